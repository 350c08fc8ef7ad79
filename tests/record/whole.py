"""A report and its one claim with everything a claim can hold, for what must come back as it went in."""

from __future__ import annotations

from tests.record.build import claim, report
from tracktwo.vocabulary import Act, Basis, Claim, Flag, Modality, Report, Source, Term

TEXT = "The drivers' union rejected the offer of 4% on Sunday, its officials said."


def full_claim() -> tuple[Report, Claim]:
    made = report("a", TEXT, "2024-10-21", title="Offer", publisher="P", notes=("n",), metadata={"x": "y"})
    start = TEXT.index("offer of 4%")
    one = claim(
        made,
        "rejected",
        "Drivers' union",
        actor_text="The drivers' union",
        role="union",
        party="Drivers' union",
        act=Act.REJECT,
        object="the offer of 4%",
        terms=(Term("offer", None, "4%", "company", None, None, "offer of 4%", start, start + 11),),
        attribution=(
            Source(
                None,
                "its officials",
                TEXT.index("its off"),
                TEXT.index(" said"),
                "said",
                "Drivers' union",
                True,
            ),
        ),
        modality=Modality.ASSERTED,
        event_text="on Sunday",
        event_from="2024-10-20",
        event_to="2024-10-20",
        event_basis=Basis.RELATIVE,
        flags=(Flag("ambiguous", "two readings", ("one", "other")),),
        others_unnamed=True,
    )
    return made, one
