"""Which mentions are proper names."""

from __future__ import annotations

from tracktwo.reading.names.mention import Kind, Mention

_PROPER = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.GROUP, Kind.PLACE, Kind.PERSON})


def is_proper(mention: Mention) -> bool:
    """Whether a mention is a proper name, which takes its article with it."""
    if mention.kind in _PROPER:
        return True
    short = mention.text.split()[0].split("-")[0]
    if mention.kind is Kind.BODY and len(short) > 1 and short.isupper():
        return True
    head = mention.text[mention.head_start - mention.start]
    return mention.kind is Kind.BODY and (head.isupper() or head.isdigit()) and mention.start > 0
