"""What a record can be asked, one file per question, to be imported from there.

Every question is a pure function of ``(picture, reports, claims, as_of=...)`` that returns frozen rows; every
row names the claims it rests on. ``as_of`` is the day ages are counted to (default: the newest dated report).

Nothing is imported here: what only shows an answer must not load all that makes one.
"""
