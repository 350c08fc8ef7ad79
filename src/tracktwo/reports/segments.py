"""A stored text divided into sentences, headings and furniture, every character accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracktwo.reports.dates import full_dates
from tracktwo.reports.extracted import Extracted
from tracktwo.reports.frontmatter import front_matter
from tracktwo.reports.furniture import Found, Pattern, find
from tracktwo.reports.headings import is_marked, looks_like_heading
from tracktwo.reports.language import ends_open
from tracktwo.reports.layout import ITEM, Line, Paragraph, paragraphs
from tracktwo.reports.sentences import sentences
from tracktwo.vocabulary.reports import Segment, SegmentKind

_NEWLINE = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
# A sentence's end, with closing quotes, footnote marks and invisible characters after it.
_FULL_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\s?\[\w{1,3}\])*[\"'”’]*[\u200b-\u200f\ufeff]*$")
_COMPLETE = re.compile(_FULL_STOP.pattern + r"|(?:://|www\.|@)\S+$")  # or an address, as in contact lines
_TITLES = 4  # paragraphs at the top among which title and dateline stand
_LINE_FURNITURE = 320  # characters; longer paragraphs are never furniture as a whole
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# "Minutes of 6 November 2026", "Transcript, Harbour Radio, 16 May 2026": a title that ends in the day of the
# document; after "on" or "after" the day is of what it is about.
_OF_A_DAY = re.compile(
    r"\b(?:minutes|transcript|summary|record|notes|letter|readout|proceedings)\b(?:(?!\b(?:on|about|after|since)\b).){0,60}?"
    r"(?:,|\bof|\bfrom)\s+(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})(?:, [A-Z][\w -]{1,30})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The segments of a text, the words of its date headers, its dateline's place, and remarks."""

    segments: tuple[Segment, ...]
    date_words: tuple[str, ...] = ()
    place: str | None = None
    notes: tuple[str, ...] = ()


def divide(extracted: Extracted, among: tuple[Pattern, ...]) -> Parts:
    """Divide a stored text into segments.

    Parameters
    ----------
    extracted : Extracted
        The text, with the headings its format marks.
    among : tuple of Pattern
        Furniture patterns.

    Returns
    -------
    Parts
        Segments in order and without overlap that hold every character that is not white space.
    """
    return _Divider(extracted, among).parts()


class _Divider:
    def __init__(self, extracted: Extracted, among: tuple[Pattern, ...]) -> None:
        self.text = extracted.text
        self.flat = _NEWLINE.sub(" ", extracted.text)  # same length: offsets hold
        self.marked = {start for start, _ in extracted.headings}
        self.among = among
        self.dates: list[str] = []
        self.place: str | None = None

    def parts(self) -> Parts:
        matter = front_matter(self.text)
        segments: list[Segment] = []
        if matter is not None:
            segments.append(Segment(matter.start, matter.end, SegmentKind.FURNITURE, 0, "front matter"))
        whole = paragraphs(self.text, matter.end if matter else 0)
        parted = (
            part for n, one in enumerate(whole) for part in (self._dated(one) if n < _TITLES else (one,))
        )
        found = [piece for paragraph in parted for piece in self._peeled(paragraph)]
        bottom = self._bottom(found)
        started = False  # whether a sentence has come
        before = len(segments)
        for index in range(len(found)):
            where = "bottom" if index >= bottom else ("middle" if started else "top")
            new = [replace(part, paragraph=index + before) for part in self._paragraph(found, index, where)]
            started = started or any(self._complete(part) for part in new)
            segments.extend(new)
        return Parts(tuple(segments), tuple(self.dates), self.place, self._ending(segments))

    def _dated(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Part lines of nothing but a date, or a place and a date, from title and text."""
        lines = paragraph.lines
        held: list[Line] = []
        for at, line in enumerate(lines):
            above = lines[at - 1].text if at else ""
            open_above = above.endswith(",") or ends_open(above.split()[-1] if above.split() else "")
            dated = find(line.text.strip(), "line", "top", self.among)
            if dated is None or dated.date is None or (at and open_above):
                held.append(line)
                continue
            if held:
                yield Paragraph(tuple(held), alone=paragraph.alone)
            yield Paragraph((line,), alone=paragraph.alone)
            held = []
        if held:
            yield Paragraph(tuple(held), alone=paragraph.alone)

    def _peeled(self, paragraph: Paragraph) -> list[Paragraph]:
        """Take lines of furniture off a paragraph's end, where no sentence runs on into them."""
        lines, peeled = list(paragraph.lines), list[Paragraph]()
        while len(lines) > 1 and self._stands_alone(lines[-2], lines[-1]):
            peeled.insert(0, Paragraph((lines.pop(),), alone=False))
        return [Paragraph(tuple(lines), alone=paragraph.alone and not peeled), *peeled]

    def _stands_alone(self, above: Line, line: Line) -> bool:
        return find(line.text, "line", "middle", self.among) is not None and (
            _FULL_STOP.search(above.text) is not None
            or find(above.text, "line", "middle", self.among) is not None
        )

    def _complete(self, part: Segment) -> bool:
        """Whether a part is a sentence that ends like one; a stray line at the top is not."""
        return part.kind is SegmentKind.SENTENCE and bool(_FULL_STOP.search(self.flat[part.start : part.end]))

    def _bottom(self, found: list[Paragraph]) -> int:
        """Index from which on all paragraphs are furniture."""
        index = len(found)
        while index > 0 and self._furniture(found[index - 1], "bottom"):
            index -= 1
        return index

    def _furniture(self, paragraph: Paragraph, where: str) -> Found | None:
        start, end = paragraph.start, paragraph.end
        text = self.flat[start:end]
        if not any(char.isalnum() for char in text):
            return Found(0, len(text), "no words")
        return find(text, "line", where, self.among) if len(text) <= _LINE_FURNITURE else None

    def _paragraph(self, found: list[Paragraph], index: int, where: str) -> Iterator[Segment]:
        paragraph = found[index]
        start, end = paragraph.start, paragraph.end
        text = self.flat[start:end]
        whole = self._furniture(paragraph, where)
        if whole is not None:
            self._keep(whole, where)
            yield Segment(start, end, SegmentKind.FURNITURE, note=whole.name)
        elif self._heading(found, index, text):
            dated = _WEEKDAY.search(text) or _OF_A_DAY.search(text)
            if where == "top" and dated and full_dates(text):
                self.dates.append(text)
            yield Segment(start, end, SegmentKind.HEADING)
        else:
            yield from self._running(start, end, where)

    def _heading(self, found: list[Paragraph], index: int, text: str) -> bool:
        paragraph = found[index]
        if paragraph.start in self.marked or is_marked(text):
            return True
        rest = (part for part in found[index + 1 : index + 6] if not self._furniture(part, "top"))
        following = next(rest, None)  # between a title and its text stand dates, bylines and buttons
        below = self.flat[following.start : following.end] if following else ""
        if below and (below[0].islower() or below[0] in ",;)"):
            return False  # what follows goes on with a sentence broken in two
        # A heading stands over running text, not over another line as short and unfinished as itself.
        followed = len(below) > 80 or _FULL_STOP.search(below) is not None
        return looks_like_heading(text, alone=paragraph.alone, followed=followed, first=index == 0)

    def _running(self, start: int, end: int, where: str) -> Iterator[Segment]:
        """Sentences of a paragraph, what is glued to its ends taken off."""
        item = ITEM.match(self.flat[start:end])
        if item and item.end() < end - start:
            mark = start + len(item.group().rstrip())
            yield Segment(start, mark, SegmentKind.FURNITURE, note="list mark")
            start = start + item.end()
        while (glued := find(self.flat[start:end], "start", where, self.among)) is not None:
            self._keep(glued, where)
            yield Segment(start, start + glued.end, SegmentKind.FURNITURE, note=glued.name)
            start += glued.end
            start += len(self.flat[start:end]) - len(self.flat[start:end].lstrip())
        tail = max(start, end - _LINE_FURNITURE)
        trailing = find(self.flat[tail:end], "end", where, self.among)
        stop = tail + trailing.start if trailing else end
        for first, last in sentences(self.text[start:stop]):
            yield Segment(start + first, start + last, SegmentKind.SENTENCE)
        if trailing:
            yield Segment(stop, end, SegmentKind.FURNITURE, note=trailing.name)

    def _keep(self, found: Found, where: str) -> None:
        if found.date and where != "bottom":
            self.dates.append(found.date)
        self.place = self.place or (found.place.strip() if found.place else None)

    def _ending(self, segments: list[Segment]) -> tuple[str, ...]:
        """Remark on a text that seems cut off."""
        body = [part for part in segments if part.note != "no words"]
        if not body:
            return ()
        last = body[-1]
        words = self.flat[last.start : last.end]
        if last.kind is SegmentKind.HEADING or (last.kind is SegmentKind.FURNITURE and words.endswith(":")):
            return ("ends in a heading; text may be cut off",)
        sentence = next((part for part in reversed(body) if part.kind is SegmentKind.SENTENCE), None)
        if sentence is None:
            return ("holds no sentence",)
        if not _COMPLETE.search(self.flat[sentence.start : sentence.end]):
            return ("ends in the middle of a sentence; text may be cut off",)
        return ()
