"""The reviewer's desk in a terminal: one claim at a time, one key a decision, each saved at once."""
