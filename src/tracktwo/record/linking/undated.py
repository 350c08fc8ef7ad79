"""What an undated report's own words say about when it was written."""

from __future__ import annotations

from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, by_report
from tracktwo.vocabulary import Modality

_DONE = (Modality.ASSERTED, Modality.NEGATED)


def bound_undated(material: Material, ledger: Ledger) -> None:
    """Note, for each undated report, that its order is unknown, and days without a year it looks back to."""
    told = by_report(material.claims)
    for report in material.reports:
        if report.date is not None:
            continue
        days = [
            c.event_text
            for c in told.get(report.key, ())
            if c.event_text and c.event_from is None and c.modality in _DONE
            and any(ch.isdigit() for ch in c.event_text)
        ]  # fmt: skip
        said = ", ".join(f"“{day}”" for day in dict.fromkeys(days))
        after = f" It is later than {said} of a year it does not state." if days else ""
        ledger.assume(f"The date of report {report.key} is unknown, and its order against others.{after}")
