"""What would have to happen for a proposal to pass, from what is reported and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tracktwo.brief.model import Brief, PartyRow, RatificationRow
from tracktwo.brief.naming import Cited, Names, same, told_as, told_directly, who_says_what
from tracktwo.brief.process import approvals, scope_words
from tracktwo.brief.words import direction, is_vague, listed, quoted, verb_phrase
from tracktwo.vocabulary import Proposal, Voice

TABLING = ("propose", "offer")
MANY, MOST_NAMES = 3, 8
_SILENT = ": not reported."
YES = ("accept", "agree", "support", "vote_for")


class Conditions:
    """The conditions of the proposals of a brief; what is the same for all of them is made once."""

    def __init__(self, brief: Brief, names: Names) -> None:
        self._names = names
        self._parties = [(key, names.name(key), party) for key, party in brief.parties.items()]
        self._silent = {
            party.name: Cited(f"{_whose(party.name)} yes{_SILENT}") for party in brief.parties.values()
        }
        self._approvals = [_approval(need, party, names) for need, party in approvals(brief)]

    def of(self, brief: Brief, proposal: Proposal) -> tuple[Cited, ...]:
        """Return the conditions of one proposal, each with the claims it rests on.

        They follow from the picture alone: each party's yes, each reported approval, those concerned who are
        at no table, what its own words leave open. Nothing is weighed and nothing recommended.

        Parameters
        ----------
        brief : Brief
            With the stances on this proposal at least.
        proposal : Proposal
        """
        heard = {self._names.name(who) for who in _heard(brief, proposal) if who}
        yes = {
            party.name: _yes_of(brief, proposal, key, party, self._names)
            if name in heard
            else self._silent[party.name]
            for key, name, party in self._parties
        }
        return (
            *_grouped(yes, self._silent),
            *self._approvals,
            *_concerned(brief, proposal),
            *_open_words(proposal, self._names),
        )


def _heard(brief: Brief, proposal: Proposal) -> Iterator[str | None]:
    """Yield who tabled a proposal and all who are reported on it: of any other party nothing is known."""
    yield proposal.by
    for stance in brief.stances:
        if stance.proposal == proposal.key:
            yield stance.actor
            yield stance.party


def _grouped(yes: Mapping[str, Cited], silent: Mapping[str, Cited]) -> Iterator[Cited]:
    """Yield the parties' conditions; where many parties share one, they share a line."""
    alike: dict[str, list[str]] = {}
    for party, need in yes.items():
        rest = _SILENT if need is silent[party] else need.text.removeprefix(f"{_whose(party)} yes")
        alike.setdefault(rest, []).append(party)
    for rest, parties in alike.items():
        if len(parties) < MANY:
            yield from (yes[party] for party in parties)
        else:
            claims = dict.fromkeys(c for party in parties for c in yes[party].claims)
            yield Cited(f"The yes of {_crowd(parties, len(yes))}{rest}", tuple(claims))


def _crowd(parties: list[str], of: int) -> str:
    """Return the names of a few parties, or how many of a plenary they are."""
    if len(parties) <= MOST_NAMES:
        return listed(parties)
    return f"all {of} parties" if len(parties) == of else f"the other {len(parties)} parties"


def _whose(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _yes_of(brief: Brief, proposal: Proposal, key: str, party: PartyRow, names: Names) -> Cited:
    """Return the condition that a party says yes, and what is known of it."""
    here = [
        s
        for s in brief.stances
        if s.proposal == proposal.key and (same(s.party, key, names) or same(s.actor, key, names))
    ]
    bodies = {b.name for b in brief.bodies.values() if same(b.party, key, names)}
    own = [s for s in here if s.voice is Voice.OWN and (same(s.actor, key, names) or s.actor in bodies)]
    yes = [s for s in own if s.act in YES and s.modality == "asserted"]
    no = [s for s in own if direction(s.act.value, s.modality.value) == "against"]
    if yes and no:
        both = tuple(dict.fromkeys(c for s in (*yes, *no) for c in s.claims))
        return Cited(f"{_whose(party.name)} yes: reported both for and against it; see its positions.", both)
    if yes:
        said = "reported; whether it still holds is not known"
        return Cited(f"{_whose(party.name)} yes: {said}.", yes[-1].claims)
    if (own and own[-1].act.value in TABLING) or (not own and same(proposal.by, key, names)):
        rests = own[-1].claims if own else proposal.claims[:1]
        said = "it is reported to have tabled it; no later position is reported"
        return Cited(f"{_whose(party.name)} yes: {said}.", rests)
    if own:
        last = own[-1]
        what = verb_phrase(last.act.value, last.modality.value)
        given = f", {quoted(last.condition)}" if last.condition else ""
        return Cited(f"{_whose(party.name)} yes: not reported; it {what} the proposal{given}.", last.claims)
    inside = [s for s in here if told_directly(s) and direction(s.act.value) in ("for", "against")]
    if inside:
        text, claims = who_says_what(inside, names)
        return Cited(f"{_whose(party.name)} yes: not reported; within {party.name}, {text}.", claims)
    return Cited(f"{_whose(party.name)} yes{_SILENT}")


def _approval(need: RatificationRow, party: str, names: Names) -> Cited:
    """Return the condition that a body approves."""
    body = names.name(need.body)
    scope = f" for {scope_words(need.scope, need.claims, names)}" if need.scope else ""
    rule = "its rule is not reported" if need.rule == "unknown" else f"rule as reported: {need.rule}"
    seats = "" if need.members_known else "; its members are not reported"
    return Cited(
        f"Approval by the {body} ({party}), reported as required{scope}: {rule}{seats}; "
        "whether this proposal falls under it is not reported.",
        need.claims,
    )


def _concerned(brief: Brief, proposal: Proposal) -> Iterator[Cited]:
    """Yield those the package's words name who are at no reported table."""
    said = " ".join(
        text.lower()
        for term in proposal.terms.values()
        for text in (*term.texts, term.giver or "", term.getter or "")
    )
    for one in brief.affected:
        # Only those who can say yes or no: named states, groups and bodies, not people as a class.
        if one.name[:1].isupper() and one.name.lower() in said:
            rests = tuple(c for c in one.claims if c in proposal.claims) or one.claims[:3]
            yield Cited(f"{one.name}: named in it and at no reported table; no position is reported.", rests)


def _open_words(proposal: Proposal, names: Names) -> Iterator[Cited]:
    """Yield what the proposal's own words leave open."""
    for issue, term in proposal.terms.items():
        if is_vague(term.option):
            yield Cited(
                f"What {quoted(term.option)} means for {names.name(issue)}: not reported.",
                term.claims or proposal.claims,
            )
    if proposal.open:
        yield Cited("The rest of its terms: the list is reported as incomplete.", proposal.claims)
    if not proposal.terms:
        words = told_as(proposal, names)
        known = f"only told of as {quoted(words, 110)}" if words else "not reported"
        yield Cited(f"Its terms: {known}.", proposal.claims[:3])
