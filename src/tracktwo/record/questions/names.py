"""Names for the keys of a picture."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.vocabulary import Meeting, Picture, Stance

# Round a table each silence is worth a row. In a plenary of a hundred states, where most speak to few
# proposals, thousands of such rows would bury the rest: blanks are then counted, proposal by proposal.
MANY_PARTIES = 8


def body_name(picture: Picture, key: str | None) -> str | None:
    """Return the name of a body; what is no key of one is a name already."""
    return next((body.name for body in picture.bodies if body.key == key), key)


def who_met(picture: Picture, meeting: Meeting, otherwise: str) -> str:
    """Return the body that met, or the persons, or ``otherwise``."""
    return body_name(picture, meeting.body) or " and ".join(meeting.participants) or otherwise


def matters(picture: Picture) -> dict[str, str]:
    """Return the names of all issues and proposals by key."""
    names = {issue.key: issue.name for issue in picture.issues}
    return names | {proposal.key: proposal.name for proposal in picture.proposals}


def matter(names: Mapping[str, str], stance: Stance) -> str:
    """Return the name of the proposal or issue a stance is about, by the names `matters` returns."""
    key = stance.proposal or stance.issue
    return names.get(key, key) if key else "a matter not named"
