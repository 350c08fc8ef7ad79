"""The negotiation as a model: YAML in and out."""
