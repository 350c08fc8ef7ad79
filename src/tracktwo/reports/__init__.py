"""Files in, reports out: clean text with a map to the stored text, dates, sentences, near-duplicates."""
