"""The acceptance data against a brief: every expectation a named check that holds or does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tracktwo.brief import Brief
from tracktwo.vocabulary import Proposal, Stance

Entry = dict[str, Any]
Check = tuple[str, bool]
BY_SENTENCE_ONLY = ("Egypt", "United States")


class Found:
    """A brief with the look-ups the checks need; names of the data are translated by its ``called`` table."""

    def __init__(self, brief: Brief, data: Entry) -> None:
        self.brief, self.data = brief, data
        self.called: dict[str, str] = data.get("called", {})
        self.claims = {claim.id: claim for claim in brief.claims}

    def name(self, words: str) -> str:
        return self.called.get(words, words)

    def issue(self, words: str) -> str | None:
        """Key of the issue with this name."""
        return next((k for k, row in self.brief.issues.items() if row.name == self.name(words)), None)

    def told(self, entry: Entry, ids: tuple[str, ...]) -> bool:
        """Whether one of the claims is of the sentence an entry quotes."""
        mine = [self.claims[i] for i in ids]
        return any(c.report == entry["report"] and entry["words"] in c.quote for c in mine)

    def proposal(self, name: str) -> Proposal | None:
        """The proposal an entry names: told of in its sentence, by its author, with most of its terms."""
        entry = next((e for e in self.data["proposal"] if name in (e["name"], *e.get("also", []))), None)
        if entry is None:
            return None
        fits = [
            p
            for p in self.brief.proposals
            if self.told(entry, p.claims) and (p.by or "") == entry["by"] and self.keys(entry) & set(p.terms)
        ]
        return max(fits, key=lambda p: len(self.keys(entry) & set(p.terms)), default=None)

    def keys(self, entry: Entry) -> set[str]:
        return {key for term in entry["terms"] if (key := self.issue(term["issue"])) is not None}

    def stances(self, entry: Entry) -> list[Stance]:
        """The stances an entry describes, whatever else is wrong with them."""
        wanted = entry["about"]
        if ": " in wanted:
            issue, option = wanted.split(": ")
            on = [s for s in self.brief.stances if s.issue == self.issue(issue) and s.option == option]
        else:
            proposal = self.proposal(wanted)
            on = [s for s in self.brief.stances if proposal is not None and s.proposal == proposal.key]
        return [
            s
            for s in on
            if s.actor == entry["actor"]
            and self.told(entry, s.claims)
            and entry["act"] in {s.act.value, *(self.claims[i].act.value for i in s.claims)}
            and s.modality.value
            in (entry.get("modality", "asserted"), "denied" if "modality" in entry else "")
        ]

    def words_of(self, ids: tuple[str, ...]) -> str:
        return " ".join(self.claims[i].quote for i in ids)


def checks(found: Found) -> Iterator[Check]:
    """Every expectation of the data but the nevers, by a name that says what it is."""
    yield from _case(found)
    yield from _people(found)
    for entry in found.data["proposal"]:
        yield from _proposal(found, entry)
    yield from _stances(found)
    for kind, check in _PROCESS.items():
        for number, entry in enumerate(found.data.get(kind, []), start=1):
            yield f"{kind} {number}", check(found, entry)


def _case(found: Found) -> Iterator[Check]:
    brief, case = found.brief, found.data["case"]
    yield "case parties", {p.name for p in brief.parties.values()} == set(case["parties"])
    for name in case.get("affected", []):
        yield f"case affected {name}", found.name(name) in {a.name for a in brief.affected}
    for name in case["issues"]:
        yield f"case issue {name}", found.issue(name) is not None
    for order in case.get("orders", []):
        options = [[o for o in row.options if o in order] for row in brief.issues.values()]
        yield f"case order {order[0]}", order in options
    for pair in case.get("assumed_orders", []):
        told = [a for a in brief.assumptions if all(found.name(word) in a for word in pair)]
        yield f"case assumed order {pair[0]}", bool(told)


def _people(found: Found) -> Iterator[Check]:
    sides = [*found.brief.parties.values(), *found.brief.third_parties.values()]
    members = {(m.name, side.name): (m.role or "").lower() for side in sides for m in side.members}
    for entry in found.data["member"]:
        role = members.get((entry["name"], entry["party"]))
        yield f"member {entry['name']}", role is not None and entry["role"].lower() in role
    for entry in found.data["third_party"]:
        third = next((t for t in found.brief.third_parties.values() if t.name == entry["name"]), None)
        yield (
            f"third party {entry['name']}",
            third is not None and {r.role for r in third.roles} == set(entry["roles"]),
        )


def _proposal(found: Found, entry: Entry) -> Iterator[Check]:
    name, made = f"proposal {entry['name']}", found.proposal(entry["name"])
    yield name, made is not None
    if made is None:
        return
    claims = [found.claims[i] for i in made.claims]
    yield f"{name}: stage", made.stage.value == found.name(entry.get("stage", made.stage.value))
    yield f"{name}: exchange", made.exchange == entry.get("exchange", False)
    yield f"{name}: open", made.open == entry.get("open", False)
    yield f"{name}: opens", entry.get("opens", "") in (made.opens or ("",))
    if "act" in entry:
        yield f"{name}: act", entry["act"] in {c.act.value for c in claims}
    if "date" in entry:
        days = {made.date, claims[0].event_from, claims[0].report_date}
        yield f"{name}: date", entry["date"].isoformat() in days
    for other in entry.get("also", []):
        yield f"{name}: also {other}", any(other.split()[-1] in alias for alias in made.aliases)
    keys = {found.issue(term["issue"]) for term in entry["terms"]}
    yield f"{name}: no other terms", set(made.terms) <= keys
    for term in entry["terms"]:
        have = made.terms.get(found.issue(term["issue"]) or "")
        yield f"{name}: {term['issue']}", have is not None and have.option == found.name(term["option"])
        if "giver" in term:
            yield f"{name}: {term['issue']}: giver", have is not None and have.giver == term["giver"]


def _stances(found: Found) -> Iterator[Check]:
    told: list[Stance] = []
    for entry in found.data["stance"]:
        mine = found.stances(entry)
        told += mine
        name = f"stance {entry['actor']}: {entry['act']} {entry['about']}"
        yield (f"{name} ({entry['attribution']})" if "attribution" in entry else name), bool(mine)
        for stance in mine:
            if "condition" in entry:
                yield f"{name}: condition", entry["condition"] == stance.condition
            if "attribution" in entry:
                said = (stance.source or "") in entry["attribution"] and stance.voice.value == "third_party"
                yield f"{name} ({entry['attribution']}): whose word", said
            if entry.get("others_unnamed"):
                same = [s for s in found.brief.stances if s.open_set and s.proposal == stance.proposal]
                yield f"{name}: others", any(s.act is stance.act and s.party == stance.party for s in same)
    named = [s for s in found.brief.stances if s.proposal and not s.open_set and s.act.value != "agree"]
    yield "no other stance on a proposal", all(stance in told for stance in named)


def _withdrawal(found: Found, entry: Entry) -> bool:
    return any(
        c.act.value == "withdraw" and c.party == entry["actor"] and entry["words"] in c.quote
        and entry["attribution"] in {s.name for s in c.attribution}
        for c in found.brief.claims
    )  # fmt: skip


def _ratification(found: Found, entry: Entry) -> bool:
    party = next(p for p in found.brief.parties.values() if p.name == entry["party"])
    row = next(
        (r for r in party.ratification if r.body == entry["body"] and found.told(entry, r.claims)), None
    )
    if row is None or row.rule != entry["rule"]:
        return False
    size = found.brief.bodies[row.body].size
    scope = entry["scope"].split(";")[0].lower()
    return size == entry.get("size") and any(scope in words.lower() for words in row.scope)


def _deadline(found: Found, entry: Entry) -> bool:
    return any(
        d.date == entry["date"].isoformat() and found.told(entry, d.claims) for d in found.brief.deadlines
    )


def _duration(found: Found, entry: Entry) -> bool:
    return any(entry["at_least"] in d.text and found.told(entry, d.claims) for d in found.brief.durations)


def _red_line(found: Found, entry: Entry) -> bool:
    lines = [r for r in found.brief.red_lines if r.actor == entry["actor"]]
    return any(r.text == entry["text"] and not (r.issues and entry.get("maps_to") == "") for r in lines)


def _leverage(found: Found, entry: Entry) -> bool:
    return any(
        row.by == entry["by"] and row.on == entry["on"]
        and entry["if"] in row.if_ and entry["then"] in row.then and row.on_basis.startswith("inferred")
        for row in found.brief.leverage
    )  # fmt: skip


def _track(found: Found, entry: Entry) -> bool:
    tracks = found.brief.tracks
    mine = [
        t for t in tracks.values() if all(w in t.name for w in entry["name"].replace(" at the", "").split())
    ]
    row = next((t for t in mine if (t.convenor or "") == entry["convenor"]), None)
    if row is None or ("mode" in entry and row.mode != (entry["mode"] or "not reported")):
        return False
    beside = entry.get("parallel_to", "")
    return not beside or any(beside in tracks[key].name for key in row.parallel_to)


def _meeting(found: Found, entry: Entry) -> bool:
    wanted = entry.get("items", [{}])[0]
    proposal = found.proposal(wanted.get("about", ""))
    for row in found.brief.meetings:
        when = "date" not in entry or row.date == entry["date"].isoformat()
        planned = (row.modality.value == "planned") == entry.get("planned", False)
        if not (found.told(entry, row.claims) and when and planned):
            continue
        if row.event_text != entry.get("event_text", row.event_text):
            continue
        items = [i for i in row.items if proposal is None or i.proposal == proposal.key]
        if not wanted or {i.outcome for i in items} >= set(wanted["outcome"].split("; ")):
            return True
    return False


def _event(found: Found, entry: Entry) -> bool:
    return any(
        (row.agent or "") == entry["agent"] and entry.get("event_text", row.event_text) == row.event_text
        and found.told(entry, row.claims) and len(row.assessments) >= entry.get("assessments", 0)
        for row in found.brief.events
    )  # fmt: skip


def _conflict(found: Found, entry: Entry) -> bool:
    reports = set(entry["reports"])
    return any(
        {found.claims[i].report for i in row.claims} == reports and row.contradiction
        for row in found.brief.conflicts
    )


def _change(found: Found, entry: Entry) -> bool:
    return any(
        row.kind == "moved" and row.party == entry["actor"] and row.about == found.name(entry["about"])
        and (row.before, row.after) == (entry["from"], entry["to"])
        for row in found.brief.changes
    )  # fmt: skip


_PROCESS: dict[str, Callable[[Found, Entry], bool]] = {
    "withdrawal": _withdrawal,
    "ratification": _ratification,
    "deadline": _deadline,
    "deadline_count": lambda found, entry: len(found.brief.deadlines) == entry["count"],
    "duration": _duration,
    "red_line": _red_line,
    "leverage": _leverage,
    "track": _track,
    "meeting": _meeting,
    "event": _event,
    "conflict": _conflict,
    "change": _change,
}
