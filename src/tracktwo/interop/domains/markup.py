"""XML as it is found in domain files, read without trusting it.

Such files carry cp1252 bytes, bare ampersands, text or comments before their declaration, glued or repeated
attributes, which a strict parser refuses. This reader knows elements, attributes and comments and nothing
else: there are no entities but the five of XML and characters by number, so nothing can be expanded or
fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tracktwo.errors import DomainError, Where

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 100

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <!\[CDATA\[.*?(?:\]\]>|\Z)
      | <\?.*?(?:\?>|\Z)
      | (?P<doctype><!DOCTYPE[^>\[]*+(?:\[.*?\])?\s*+>)
      | </\s*+(?P<close>[A-Za-z_][\w:.-]*+)[^>]*+>
      | <(?P<open>[A-Za-z_][\w:.-]*+)(?P<rest>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""",
    re.S | re.X,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_][\w:.-]*+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>/]++))""")


@dataclass(slots=True)
class Element:
    """One element: its tag in lower case, attributes (the first of a repeated one), children, and line."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)

    def get(self, *names: str) -> str | None:
        """Return the first attribute of these names that is there, stripped."""
        for name in names:
            if name in self.attributes:
                return self.attributes[name].strip()
        return None

    def all(self, *tags: str) -> list[Element]:
        """Return the children with one of these tags."""
        return [child for child in self.children if child.tag in tags]

    def first(self, tag: str) -> Element | None:
        """Return the first child with this tag, if any."""
        return next((child for child in self.children if child.tag == tag), None)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


def decode(data: bytes) -> str:
    """Return the text of a domain file: UTF-8 or UTF-16 by its mark, UTF-8, else cp1252.

    The declaration in the file is not asked: in the wild it says UTF-8 above cp1252 bytes.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def load(path: Path) -> str:
    """Return the decoded content of a file.

    Raises
    ------
    DomainError
        If the file is larger than 64 MiB or cannot be opened.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DomainError(
                "the file is too large for a domain", where=str(path), why="more than 64 MiB", fix="Split it"
            )
        return decode(path.read_bytes())
    except OSError as error:
        raise DomainError(
            "the file cannot be opened", where=str(path), why=error.strerror or str(error)
        ) from error


def parse(text: str, file: str) -> Element:
    """Return a nameless element holding the top-level elements of ``text``.

    Raises
    ------
    DomainError
        If the text declares entities, nests absurdly, or holds a tag that never closes.
    """
    root = Element("", {}, 1)
    stack = [root]
    position, line = 0, 1
    for token in _TOKEN.finditer(text):
        _no_open_tag(text[position : token.start()], file, line)
        line += text.count("\n", position, token.start())
        if token["doctype"] and "<!ENTITY" in token["doctype"].upper():
            raise DomainError(
                "the file declares entities",
                where=Where(file, line),
                why="entities can be made to swell or to fetch other files, and no domain needs them",
                fix="Remove the DOCTYPE",
            )
        if token["open"]:
            _open(stack, token, Where(file, line))
        elif token["close"]:
            _close(stack, token["close"].lower())
        line += text.count("\n", token.start(), token.end())
        position = token.end()
    _no_open_tag(text[position:], file, line)
    return root


def _open(stack: list[Element], token: re.Match[str], where: Where) -> None:
    rest = token["rest"]
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(rest):
        value = next(part for part in found.groups()[1:] if part is not None)
        attributes.setdefault(found[1].lower(), html.unescape(value))
    element = Element(token["open"].lower(), attributes, where.line or 1)
    stack[-1].children.append(element)
    if not rest.rstrip().endswith("/"):
        if len(stack) > MAX_DEPTH:
            raise DomainError(
                "elements are nested too deeply", where=where, why=f"more than {MAX_DEPTH} levels"
            )
        stack.append(element)


def _close(stack: list[Element], tag: str) -> None:
    # A stray end tag closes nothing; one that skips levels closes them, as every browser does.
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag == tag:
            del stack[depth:]
            return


def _no_open_tag(between: str, file: str, line: int) -> None:
    broken = re.search(r"<[A-Za-z_/!]", between)
    if broken:
        raise DomainError(
            "a tag is not closed",
            where=Where(file, line + between.count("\n", 0, broken.start())),
            why="a quotation mark or > is missing",
            fix="Repair the line",
        )
