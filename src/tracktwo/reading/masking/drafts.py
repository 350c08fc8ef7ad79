"""Drafts: lists of actors with their relations, read from mentions and the words between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tracktwo.reading.masking import signs
from tracktwo.reading.masking.proper import is_proper
from tracktwo.reading.masking.relations import BEHALF, OPPOSED, SUPPORTED, Relations
from tracktwo.reading.names.mention import Kind, Mention


@dataclass(slots=True)
class Draft:
    """A group while it is being read; ``end`` is where it ends, ``closed`` past a closing comma."""

    start: int
    end: int
    closed: int
    speakers: list[Mention] = field(default_factory=list)
    ties: dict[str, list[Mention]] = field(default_factory=dict)
    collective: Mention | None = None
    others: bool = False
    pronoun: str | None = None

    def tie(self, kind: str, mentions: list[Mention]) -> None:
        """Add actors tied to the speakers."""
        self.ties.setdefault(kind, []).extend(mentions)


@dataclass(slots=True)
class _Run:
    """A list as read: its mentions, those spoken for, and the index of the mention after it."""

    items: list[Mention]
    behalf: list[Mention]
    end: int
    closed: int
    next: int
    comma: bool = False


class Drafting:
    """Reads the groups of one sentence from left to right."""

    def __init__(self, text: str, mentions: Sequence[Mention], relations: Relations) -> None:
        self.text = text
        self.mentions = mentions
        self.words = relations

    def drafts(self) -> list[Draft]:
        """All groups of the sentence, in order; every mention is in exactly one."""
        drafts: list[Draft] = []
        at = 0
        while at < len(self.mentions):
            draft, after = self._fronted(at) or self._group(at)
            drafts.append(draft)
            at = after
        return drafts

    def begin(self, mention: Mention) -> int:
        """Where a mention begins with its article; the article of a mere modifier is not its own."""
        if not is_proper(mention) or mention.modifier:
            return mention.start
        the = signs.THE.search(self.text, max(0, mention.start - 6), mention.start)
        return the.start() if the else mention.start

    def _glue(self, end: int, index: int) -> str:
        """The words between an offset and a mention, without its article."""
        mention = self.mentions[index]
        the = self.words.article.search(self.text, max(0, mention.start - 24), mention.start)
        if the is None and (mention.kind in signs.SETS or mention.plural):
            the = signs.SOME.search(self.text, max(0, mention.start - 18), mention.start)
        start = the.start() if the else mention.start
        return self.text[end : max(end, start)]

    def _ended(self, mention: Mention) -> tuple[int, int]:
        """Where a mention ends with what is apposed, and past the comma that closes the apposition."""
        if mention.appositive is None:
            before = self.text[mention.start : mention.name_start].rstrip()
            # "Norway's envoy, Kari Lund, said": the second comma goes with the first.
            closed = self._past_comma(mention.end) if before.endswith(",") else mention.end
            return mention.end, closed
        end = mention.appositive[1]
        inside = self.text[mention.appositive[0] : end]
        if inside.startswith("(") and "," not in inside:
            return end, end
        return end, self._past_comma(end)

    def _past_comma(self, end: int) -> int:
        """Past a comma or bracket at ``end``; ``end`` where there is none."""
        if self.text.startswith(")", end):
            end += 1
            return end + 1 if self.text.startswith(",", end) and not self._lists_on(end) else end
        return end + 1 if self.text.startswith(",", end) else end

    def _lists_on(self, end: int) -> bool:
        """Whether a further mention follows the comma at ``end``."""
        at = bisect_left(self.mentions, end, key=lambda mention: mention.start)
        return at < len(self.mentions) and self.mentions[at].start - end <= 6

    def _item(self, index: int) -> _Run:
        """One actor with those it speaks for."""
        mention = self.mentions[index]
        end, closed = self._ended(mention)
        run = _Run([mention], [], end, closed, index + 1)
        if index + 1 >= len(self.mentions):
            return run
        if self._of_state(index):
            whose = self.mentions[index + 1]
            of = replace(mention, party=mention.party or whose.party or whose.canonical)
            return _Run([of], [], whose.end, whose.end, index + 2)
        # The comma that closes an apposition also opens "on behalf of".
        glue = self._glue(end, index + 1)
        match = self.words.behalf.fullmatch(glue) or self._bracketed_group(mention, glue, index + 1)
        if not match or mention.possessive:
            return run
        spoken = [self.mentions[index + 1]]
        last = index + 1
        while last + 1 < len(self.mentions) and self._spoken_on(last):
            last += 1
            spoken.append(self.mentions[last])
        end, closed = self._ended(self.mentions[last])
        closed = closed if closed > end else self._past_comma(end)
        return _Run([mention], spoken, end, closed, last + 1)

    def _of_state(self, index: int) -> bool:
        """Whether persons are listed, each "of" a state: "Ada Lund of Norway and Eva Ruiz of Peru"."""
        if index + 2 >= len(self.mentions):
            return False
        person, whose, other = self.mentions[index : index + 3]
        if person.kind is not Kind.PERSON or other.kind is not Kind.PERSON or whose.kind not in signs.WHOSE:
            return False
        if person.appositive is not None or self._glue(person.end, index + 1).strip() not in ("of", "from"):
            return False
        glue = self._glue(whose.end, index + 2)
        return bool(self.words.comma.fullmatch(glue) or self.words.join.fullmatch(glue))

    def _bracketed_group(self, mention: Mention, glue: str, index: int) -> bool:
        """Whether a group stands in brackets after its speaker: "SOUTH AFRICA (AFRICAN GROUP)"."""
        other = self.mentions[index]
        closed = self.text.startswith(")", other.end)
        states = (Kind.STATE, Kind.PERSON)
        return glue.strip() == "(" and closed and other.kind is Kind.GROUP and mention.kind in states

    def _spoken_on(self, last: int) -> bool:
        """Whether the next mention is also spoken for: "the G-77/CHINA", "AOSIS and the LDCs"."""
        glue = self._glue(self._ended(self.mentions[last])[0], last + 1)
        if self.words.slash.fullmatch(glue):
            return True
        match = self.words.join.fullmatch(glue)
        if match is None or match.group(1):
            return False
        if last + 2 >= len(self.mentions):
            return True
        ended = self._ended(self.mentions[last + 1])[0]
        return not self.words.behalf.fullmatch(self._glue(ended, last + 2))

    def _run(self, index: int) -> _Run:
        """The longest list of actors from a mention on: "A, B and C", "A/B", "A and others"."""
        run = self._item(index)
        if run.items[0].modifier and not self._slashed(run):
            return run
        found = self._longest(run)
        return run if len(found.items) > 1 and self._in_topic(run, found) else found

    def _in_topic(self, first: _Run, found: _Run) -> bool:
        """Whether "On requests by A, B and C said" has a topic that ends with its first actor."""
        glue = self.text[first.end : self.mentions[first.next].start]
        begin = self.begin(first.items[0])
        inside = signs.INSIDE.search(self.text, max(0, begin - 14), begin)
        return bool(
            glue.startswith(",")
            and inside
            and signs.TOPIC.match(self.text)
            and signs.VERB_AFTER.match(self.text, found.end)
            and not signs.TOLD.search(self.text, 0, begin)
        )

    def _longest(self, run: _Run) -> _Run:
        best = run
        current = run
        joined = False
        while current.next < len(self.mentions) and len(current.items) < signs.LONGEST:
            following = self.mentions[current.next]
            how = self._how(current, following)
            if how is None or not _alike(current.items[0], following):
                break
            item = self._item(current.next)
            current = _Run(
                current.items + item.items,
                current.behalf + item.behalf,
                item.end,
                item.closed,
                item.next,
                current.comma or how == "comma",
            )
            joined = joined or how == "join"
            if how == "join" or (how == "slash" and (joined or not current.comma)):
                best = current
            if (
                how == "join"
                and not current.behalf
                and not self.words.slash.fullmatch(self._next_glue(current))
            ):
                break  # "X, for A and B, Y and Z said" goes on
            if following.modifier:
                break
        return current if current.comma and signs.AND_OTHERS.match(self.text, current.end) else best

    def _slashed(self, run: _Run) -> bool:
        return bool(self.words.slash.fullmatch(self._next_glue(run)))

    def _next_glue(self, run: _Run) -> str:
        return self._glue(run.end, run.next) if run.next < len(self.mentions) else "."

    def _how(self, run: _Run, following: Mention) -> str | None:
        """How the next mention goes on with the list: slash, comma, join; None if it does not."""
        glue = self._glue(run.end, run.next)
        if run.items[-1].possessive and run.end == run.items[-1].end:
            return None
        if self.words.slash.fullmatch(glue):
            return "slash"
        if run.items[0].kind in signs.SETS and signs.FRONTED.search(self.text, 0, self.begin(run.items[0])):
            return None
        enclosed = run.closed > run.end
        if glue.startswith((")", "),")):
            glue = glue[1:]
        if self.words.comma.fullmatch(glue) or (enclosed and not glue.strip(" ,")):
            return "comma"
        if self._not_only(run) and signs.BUT_ALSO.fullmatch(glue):
            return "join"
        match = self.words.join.fullmatch(glue)
        if match is None:
            return None
        # "X supported A, and B said": a comma before "and" joins only what is already a list.
        if match.group(1) and not (run.comma or enclosed or self._agent(run, following)):
            return None
        return None if self._two_clauses(run, following) else "join"

    def _not_only(self, run: _Run) -> bool:
        first = run.items[0].start
        return bool(signs.NOT_ONLY.search(self.text, max(0, first - 30), first))

    def _agent(self, run: _Run, following: Mention) -> bool:
        """Whether a set goes on with who did it: "favoured by A, and some others, such as B"."""
        first = run.items[0].start
        return following.kind in signs.SETS and bool(signs.BY.search(self.text, max(0, first - 8), first))

    def _two_clauses(self, run: _Run, following: Mention) -> bool:
        """Whether "A supported B and C opposed" joins clauses and not actors."""
        first = self.begin(run.items[0])
        if run.comma or not signs.VERB_AFTER.match(self.text, following.end):
            return False
        if signs.VERB_BEFORE.search(self.text, max(0, first - 20), first):
            return True
        # "X highlighted measures for A and B stressed": A belongs to the first clause.
        inside = signs.INSIDE.search(self.text, max(0, first - 14), first)
        return inside is not None and signs.TOLD.search(self.text, 0, inside.start()) is not None

    def _group(self, index: int) -> tuple[Draft, int]:
        """The group that begins at a mention, and the index of the mention after it."""
        first = self.mentions[index]
        if (first.kind in signs.SETS and first.plural) or first.kind is Kind.COLLECTIVE:
            found = self._examples(index)
            if found is not None:
                return found
        run = self._run(index)
        draft = Draft(self.begin(first), run.end, run.closed)
        self._fill(draft, run)
        last = run.items[-1]
        if len(run.items) > 1 and last.kind in signs.SETS and last.plural:
            # "A and some other countries, such as B and C,"
            found = self._examples(run.next - 1)
            if found is not None:
                named, at = found
                draft.speakers.extend(named.speakers)
                draft.end, draft.closed = named.end, named.closed
                return draft, at
        return draft, self._tied(draft, run.next)

    def _fill(self, draft: Draft, run: _Run) -> None:
        """Speakers and those spoken for; "others" at the end of a list opens it."""
        for item in run.items:
            word = item.text.split()[0].lower()
            after_some = draft.speakers and not draft.collective and word in self.words.others
            if after_some and item.kind in (Kind.UNNAMED, Kind.GENERIC):
                draft.others = True
                draft.collective = item
            else:
                draft.speakers.append(item)
        if run.behalf:
            draft.tie(BEHALF, run.behalf)

    def _examples(self, index: int) -> tuple[Draft, int] | None:
        """The set and those named in it: "Several countries, including A and B,"."""
        group = self.mentions[index]
        if index + 1 >= len(self.mentions) or group.modifier or group.possessive:
            return None
        glue = self._glue(group.end, index + 1)
        examples = signs.introduces(self.words.examples, glue, self.mentions[index + 1].kind)
        if self.mentions[index + 1].modifier or not (examples or self.words.comma.fullmatch(glue)):
            return None
        run = self._run(index + 1)
        if not examples and not (len(run.items) > 1 and self.text.startswith(",", run.end)):
            # "The mediators, Qatar and Egypt, said" names them all; a list goes on otherwise.
            return None
        draft = Draft(group.start, run.end, self._past_comma(run.end), collective=group, others=examples)
        draft.speakers.extend(run.items)
        if run.behalf:
            draft.tie(BEHALF, run.behalf)
        return draft, self._tied(draft, run.next)

    def _tied(self, draft: Draft, at: int) -> int:
        """Relations after the speakers: "supported by A and opposed by B,"."""
        if not draft.speakers or draft.speakers[-1].modifier or draft.speakers[-1].possessive:
            return at
        while at < len(self.mentions):
            glue = self._glue(draft.end, at)
            match = self.words.relation.fullmatch(glue.removeprefix(")"))
            if match is None:
                break
            phrase = " ".join(match.group(2).lower().split())
            run = self._run(at)
            kind = self.words.kinds[phrase]
            end = run.end
            if draft.speakers[-1].kind is Kind.PLACE and signs.WHERE.search(self.text, 0, draft.start):
                break
            if phrase == "with":
                meant = self._with(run, bool(match.group(1)))
                if meant is None:
                    break
                kind, end = meant
            draft.tie(kind, run.items)
            if run.behalf:
                draft.tie(kind, run.behalf)
            draft.end, draft.closed = end, max(run.closed, self._past_comma(end))
            at = run.next
        return at

    def _with(self, run: _Run, comma: bool) -> tuple[str, int] | None:
        """What a bare "with" ties: with commas on both sides, or with "opposing" after the list."""
        if not comma:
            return None
        match = self.words.participle.match(self.text, run.end)
        if match:
            word = " ".join(match.group(1).lower().split())
            return (SUPPORTED if word in self.words.supporting else OPPOSED), match.end()
        closes = self.text.startswith(",", run.end) or run.closed > run.end
        closes = closes or self.words.relation.match(self.text, run.end) is not None
        return ("joined_by", run.end) if closes else None

    def _fronted(self, index: int) -> tuple[Draft, int] | None:
        """Relations before the actor they belong to: "Supported by A and B, the EU proposed"."""
        first = self.mentions[index]
        begin = self.begin(first)
        match = self.words.fronted.search(self.text[max(0, begin - 60) : begin])
        if match is None or first.modifier:
            return None
        start = max(0, begin - 60) + match.start(1)
        if match.group(1).lower() == "with" and start > 0:
            return None
        kind = self.words.kinds[" ".join(match.group(1).lower().split())]
        for last in (self._run(index), self._item(index)):
            found = self._front_of(Draft(start, last.end, last.closed), kind, last)
            if found is not None:
                return found
        return None

    def _front_of(self, draft: Draft, kind: str, run: _Run) -> tuple[Draft, int] | None:
        draft.tie(kind, run.items + run.behalf)
        draft.speakers.extend(run.items[:1])
        at = self._tied(draft, run.next)
        draft.speakers.clear()
        pronoun = self.words.pronoun.match(self.text, draft.end)
        if pronoun:
            draft.pronoun = pronoun.group(1)
            draft.end = draft.closed = pronoun.end()
            return draft, at
        if at >= len(self.mentions) or not self.words.comma.fullmatch(self._glue(draft.end, at)):
            return None
        subject, after = self._group(at)
        if subject.speakers and (subject.speakers[0].modifier or subject.speakers[0].possessive):
            return None
        for tie, mentions in draft.ties.items():
            subject.tie(tie, mentions)
        subject.start = draft.start
        return subject, after


def _alike(first: Mention, other: Mention) -> bool:
    """Whether two mentions may stand in one list: places with places and states, actors with actors."""
    if first.kind is Kind.PLACE or other.kind is Kind.PLACE:
        spatial = (Kind.PLACE, Kind.STATE)
        return first.kind in spatial and other.kind in spatial
    return True
