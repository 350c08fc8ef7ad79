"""Reports read by a language model: claims like those of the rules, every word of them found in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracktwo.errors import ModelError, NoAnswerError, UnreadableAnswerError
from tracktwo.reading.assemble import assemble
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.words import Words, words_of
from tracktwo.reading.lm.asking import Answer, Ask, asker
from tracktwo.reading.lm.grounding import Dropped, Grounded, ground
from tracktwo.reading.lm.passages import Passage, passages
from tracktwo.reading.lm.prompt import load_prompt
from tracktwo.reading.lm.server import Server, no_detour
from tracktwo.reading.masking import mask
from tracktwo.reading.names import Mention, Roster, learn
from tracktwo.reading.names.kept import recognised
from tracktwo.reading.runs import looked_at, with_runs
from tracktwo.vocabulary import Claim, Flag, Report, Segment, SegmentKind

UNMEASURED = Flag(
    "unmeasured", "read by a language model; how often it is right has not been measured, so no confidence"
)
# How the `method` of a model's claim begins; the prompt's version, protocol and model follow.
METHOD = "llm/"
# A server that fails so often in a row is down: the rest of the passages is not tried.
_PATIENCE = 3

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class ModelReading:
    """What a model read in one report.

    ``dropped`` counts the answers that gave no claim, by reason; ``unread`` the passages the model gave no
    usable answer for, by reason; ``passages`` all passages of the report.
    """

    report: str
    claims: tuple[Claim, ...]
    passages: int
    dropped: Mapping[Dropped, int]
    unread: Mapping[str, int]


def read_all(
    reports: Sequence[Report],
    server: Server,
    *,
    roster: Roster | None = None,
    progress: Progress | None = None,
    ask: Ask | None = None,
) -> Iterator[ModelReading]:
    """Read reports with a language model, one passage after another.

    Parameters
    ----------
    reports : sequence of Report
    server : Server
        The model. The caller answers for it that the text may go there (`Server.sends_away`).
    roster : Roster, optional
        Names known already; others are learned from the reports.
    progress : callable, optional
        Called with (passages done, passages in all).
    ask : callable, optional
        Asks the model; by default through LangExtract.

    Yields
    ------
    ModelReading
        One a report, its claims in text order.

    Raises
    ------
    ModelError
        When LangExtract is missing or cannot speak to the server, or the server's first answer is none.
    """
    cut = [tuple(passages(report)) for report in reports]
    if not any(cut):
        yield from (ModelReading(report.key, (), 0, {}, {}) for report in reports)
        return
    texts = [report.text[s.start : s.end] for report in reports for s in _sentences(report)]
    known = learn(texts, roster)
    runs = looked_at(texts, known).runs()
    with no_detour(server):
        patient = _Patient(ask or asker(server), sum(map(len, cut)), progress)
        for report, parts in zip(reports, cut, strict=True):
            yield _Reader(report, known, runs, server).read(parts, patient)


def _sentences(report: Report) -> list[Segment]:
    return [s for s in report.segments if s.kind is SegmentKind.SENTENCE]


class _Patient:
    """Asks, counts what is done, and gives up on a server that stays silent."""

    def __init__(self, ask: Ask, total: int, progress: Progress | None) -> None:
        self._ask = ask
        self._total = total
        self._progress = progress
        self._done = 0
        self._answered = False
        self._silent = 0

    def ask(self, words: str) -> Sequence[Answer]:
        """Return the answers on a passage.

        Raises
        ------
        NoAnswerError, UnreadableAnswerError
            Where this passage alone cannot be read.
        ModelError
            Where no passage can.
        """
        if self._silent >= _PATIENCE:
            raise NoAnswerError(f"the server was silent {_PATIENCE} times running")
        try:
            answers = self._ask(words)
        except NoAnswerError as error:
            self._silent += 1
            if not self._answered:
                raise ModelError(
                    "the language model cannot be asked",
                    where=error.where,
                    why=error.why,
                    fix="Start its server, check --url and --model, and try again",
                ) from error
            raise
        else:
            self._silent = 0
            return answers
        finally:
            self._answered = True
            self._done += 1
            if self._progress:
                self._progress(self._done, self._total)


class _Reader:
    """One report being read."""

    def __init__(self, report: Report, roster: Roster, runs: Mapping[str, bool], server: Server) -> None:
        self._report = report
        self._roster = roster
        self._runs = runs
        self._method = f"{METHOD}{load_prompt().version}:{server.protocol.value}/{server.model}"

    def read(self, parts: Sequence[Passage], patient: _Patient) -> ModelReading:
        drafts: dict[Segment, list[Draft]] = {}
        dropped: Counter[Dropped] = Counter()
        unread: Counter[str] = Counter()
        for part in parts:
            try:
                answers = patient.ask(self._report.text[part.start : part.end])
            except (NoAnswerError, UnreadableAnswerError) as error:
                unread[error.what] += 1
                continue
            for answer in answers:
                found = ground(answer, part, self._report.text, self._names)
                if isinstance(found, Grounded):
                    drafts.setdefault(found.sentence, []).extend(found.drafts)
                else:
                    dropped[found] += 1
        claims = tuple(claim for words, found in self._parsed(drafts) for claim in self._claims(words, found))
        return ModelReading(self._report.key, claims, len(parts), dict(dropped), dict(unread))

    def _names(self, sentence: Segment) -> tuple[Mention, ...]:
        text = self._report.text[sentence.start : sentence.end]
        return with_runs(text, recognised(text, self._roster), self._runs)

    def _claims(self, words: Words, drafts: list[Draft]) -> Iterator[Claim]:
        for claim in assemble(self._report, words, drafts):
            yield replace(claim, confidence=None, method=self._method, flags=(*claim.flags, UNMEASURED))

    def _parsed(self, drafts: Mapping[Segment, list[Draft]]) -> Iterator[tuple[Words, list[Draft]]]:
        """The sentences with drafts as words, for their terms and times; in text order."""
        from tracktwo.reading.english import parse_sentences

        sentences = sorted(drafts, key=lambda one: one.start)
        texts = [self._report.text[s.start : s.end] for s in sentences]
        masks = [mask(text, self._names(s)) for text, s in zip(texts, sentences, strict=True)]
        docs = parse_sentences(masked.text for masked in masks)
        for sentence, masked, doc in zip(sentences, masks, docs, strict=True):
            yield (
                words_of(doc, masked, self._report.text, sentence.start, sentence.end),
                drafts[sentence],
            )


__all__ = ["ModelReading", "read_all"]
