"""Everything known, composed into one frozen Brief, then rendered."""
