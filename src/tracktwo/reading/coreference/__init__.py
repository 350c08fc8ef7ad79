"""Coreference: who a pronoun, "the group" or "the cabinet" is; unsure gives nobody."""

from tracktwo.reading.coreference.antecedent import as_antecedent
from tracktwo.reading.coreference.context import Context, Seen
from tracktwo.reading.coreference.described import by_head_noun
from tracktwo.reading.coreference.resolve import infer_party, refine_body, resolve_pronoun

__all__ = [
    "Context",
    "Seen",
    "as_antecedent",
    "by_head_noun",
    "infer_party",
    "refine_body",
    "resolve_pronoun",
]
