"""Answers kept beside the record: what its claims add up to, so that a question only has to read it.

Linking a large record takes seconds; a question must not. What was linked, and every answer that follows
from it, is kept in ``record.sqlite-kept/``, one file for each state of the record that was asked about.
It is a cache and never the record itself: deleting the folder loses nothing.

- ``stamp`` says exactly what an answer was made from (claims, decisions, both clocks, code), and names its
  file by it.
- ``sheet`` is one such file: the rows of every answer, to be read by number, name and words.
- ``shelf`` is the folder: a file is written aside, put in place whole, never changed, removed when old.
- ``thaw`` makes dataclasses of kept values again.
"""
