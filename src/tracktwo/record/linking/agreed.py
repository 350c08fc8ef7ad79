"""What sides agreed on without a word of what is in it: "the port and the union signed an accord"."""

from __future__ import annotations

from tracktwo.record.linking.drafts import OUTLINE, Draft, noun_of
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.stages import agreed_stage
from tracktwo.record.linking.wordlists import phrases
from tracktwo.record.linking.words import slug, tidy, unique
from tracktwo.vocabulary import Act, Claim, Stage

_NAMED = 3
_OTHERS = "others"


def of_agreement(material: Material, claim: Claim, taken: object) -> Draft | None:
    """Return the proposal that two sides are reported to have agreed on, or None.

    Parameters
    ----------
    material : Material
        All claims; those of coordinated actors tell who agreed with whom.
    claim : Claim
        An agreement on something called a deal ("signed an accord on fares"), as a thing that happened.
    taken : container of str
        Keys in use.

    Returns
    -------
    Draft or None
        Nobody is reported to have tabled it, and nothing is known of its terms but the words.
    """
    words = claim.object or ""
    noun = noun_of(words)
    whole = OUTLINE.sub("", tidy(words))
    noun = noun_of(whole) or noun
    first = whole.split(" ")[0].lower()
    settled = noun or ("agreement" if claim.predicate.endswith((" on", " upon")) else None)
    if claim.act is not Act.AGREE or settled is None or first not in phrases("indefinite"):
        return None
    if agreed_stage(material, claim) is not Stage.AGREED:
        return None
    sides = list(dict.fromkeys(c.party or c.actor or _OTHERS for c in material.together(claim)))
    sides.sort(key=_OTHERS.__eq__)
    who = f"{', '.join(sides[:-1])} and {sides[-1]}" if len(sides) <= _NAMED else f"{len(sides)} sides"
    name = f"{settled} of {who}"
    return Draft(
        unique(slug(name[:60]), taken),
        name[:1].upper() + name[1:],
        settled,
        None,
        None,
        Stage.AGREED,
        claim.report,
    )
