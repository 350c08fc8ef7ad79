"""The cited, append-only store, and what is asked of it."""
