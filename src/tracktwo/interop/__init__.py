"""Other people's formats: negotiation domains in, and out again."""
