"""Scores of a parser from raw text, as in the CoNLL 2018 shared task.

Words of the system and of the treebank are aligned when they cover the same
characters; precision and recall are over words, and F1 is reported. Relations
are compared without their subtypes for LAS (``obl:agent`` counts as ``obl``),
with them for ``las_subtypes``. See Zeman et al. (2018), "CoNLL 2018 shared task:
multilingual parsing from raw text to universal dependencies".

One simplification: the parts of a multiword token ("don't") are aligned by the
characters each part covers, so a system must split it at the same place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

RELATIONS = ("nsubj", "obj", "iobj", "obl", "conj", "advcl", "ccomp", "xcomp", "acl", "root")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A word of either side: its characters in the document and its analysis.

    ``head`` is the span of the governing word, or None for the root of a sentence.
    """

    span: tuple[int, int]
    head: tuple[int, int] | None
    deprel: str
    upos: str
    lemma: str


@dataclass(slots=True)
class Tally:
    """Counts of what was right, what the system gave, and what the treebank has."""

    right: Counter[str] = field(default_factory=Counter)
    system: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        """Return the F1 score of one measure in percent, 0 where nothing was found."""
        total = self.system[name] + self.gold[name]
        return 200 * self.right[name] / total if total else 0.0

    def count(self, name: str, right: int, system: int, gold: int) -> None:
        """Add counts to one measure."""
        self.right[name] += right
        self.system[name] += system
        self.gold[name] += gold


def plain_relation(deprel: str) -> str:
    """Return a relation without its subtype."""
    return deprel.lower().partition(":")[0]


def add_sentences(tally: Tally, system: Iterable[tuple[int, int]], gold: Iterable[tuple[int, int]]) -> None:
    """Count sentences that cover the same characters on both sides."""
    ours, theirs = set(system), set(gold)
    tally.count("sentences", len(ours & theirs), len(ours), len(theirs))


def add_words(tally: Tally, system: list[Parsed], gold: list[Parsed]) -> None:
    """Count words of one document, and what is right about those that align."""
    theirs = {word.span: word for word in gold}
    pairs = [(word, theirs[word.span]) for word in system if word.span in theirs]
    checks = {
        "tokens": len(pairs),
        "upos": sum(a.upos == b.upos for a, b in pairs),
        "lemma": sum(a.lemma == b.lemma or b.lemma == "_" for a, b in pairs),
        "uas": sum(a.head == b.head for a, b in pairs),
        "las": sum(same_arc(a, b) for a, b in pairs),
        "las_subtypes": sum(a.head == b.head and a.deprel.lower() == b.deprel.lower() for a, b in pairs),
    }
    for name, right in checks.items():
        tally.count(name, right, len(system), len(gold))
    for relation in RELATIONS:
        tally.count(
            relation,
            sum(same_arc(a, b) and plain_relation(b.deprel) == relation for a, b in pairs),
            sum(plain_relation(word.deprel) == relation for word in system),
            sum(plain_relation(word.deprel) == relation for word in gold),
        )


def same_arc(ours: Parsed, theirs: Parsed) -> bool:
    """Say whether two words have the same head and the same plain relation."""
    return ours.head == theirs.head and plain_relation(ours.deprel) == plain_relation(theirs.deprel)
