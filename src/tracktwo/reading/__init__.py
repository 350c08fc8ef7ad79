"""A report in, claims out, each with its quote."""
