"""What somebody is reported to rule out; it binds nothing until a user maps and confirms it."""

from __future__ import annotations

from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.words import tidy
from tracktwo.vocabulary import Act, Modality, RedLine

_UNREAL = (Modality.NEGATED, Modality.DENIED, Modality.POSSIBLE)


def find_red_lines(material: Material, issues: IssueBook, ledger: Ledger) -> tuple[RedLine, ...]:
    """Return red lines as worded; their issues only where the words hold a term of one."""
    lines = []
    for claim in material.acting(Act.RULE_OUT):
        who = claim.actor or claim.party or claim.actor_text
        if claim.modality in _UNREAL or who is None:
            continue
        mapped = tuple(dict.fromkeys(issues.of(claim, n) for n in issues.numbers(claim)))
        # "Water is not for sale": the line is what is said of the thing, not the thing.
        ahead = claim.object_start is not None and claim.object_start < claim.predicate_start
        text = tidy(claim.object if claim.object and not ahead else material.words(claim))
        lines.append(RedLine(who, text, mapped, (claim.id,)))
        if not mapped:
            ledger.assume(
                f"“{text}” ({who}) is tied to no issue; no package is failed by it until somebody maps it."
            )
    return tuple(lines)
