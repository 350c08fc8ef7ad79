"""The gold standard is well-formed, and the reader keeps what it has learned."""
