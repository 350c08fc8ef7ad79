-- Words are looked up by who they are told of, too: a name is found as fast as a word.

DROP TABLE quotes;
CREATE VIRTUAL TABLE quotes USING fts5 (
  quote, actor, party, actor_text,
  content='claims', content_rowid='row_id', tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO quotes (quotes) VALUES ('rebuild');
