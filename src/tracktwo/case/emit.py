"""A tree back to YAML text, with its comments where they were and long lists wrapped."""

from __future__ import annotations

import re

from tracktwo.case.tree import Node, resolve, walk

WIDTH = 110
LONGEST_KEY = 1_000  # YAML reads a key of more than 1,024 characters only behind a question mark

# Words that YAML 1.1 readers take for true and false: quoted when we write them ourselves.
_OLD_BOOLEANS = {"y", "n", "yes", "no", "on", "off"}
_SAFE = re.compile(r"[^\W_](?:[\w ./()'\"%&+;!?$€£=<>@^-]*[\w./()'\"%&+;!?$€£=<>@^-])?")
_LITERAL = re.compile(r"(?!\s)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*")


def to_text(root: Node) -> str:
    """Return the tree as a YAML text that ends in a newline."""
    lines = list(root.before)
    if root.is_scalar or not root.value:
        lines.append(_inline(root))
    elif isinstance(root.value, dict):
        lines += _mapping(root, 0)
    else:
        lines += _list(root, 0)
    lines += root.foot
    return "\n".join(lines).lstrip("\n") + "\n"


def scalar_text(node: Node) -> str:
    """Return a scalar as YAML writes it: plain where that is safe anywhere, else in double quotes."""
    value = node.value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return node.raw if node.raw is not None else number_text(value)
    return plain_or_quoted(value, quoted=node.style != "plain", old=node.raw is not None)


def number_text(value: float) -> str:
    """Return a number as YAML 1.2 reads it back exactly."""
    if value != value or value in (float("inf"), float("-inf")):
        return ".nan" if value != value else (".inf" if value > 0 else "-.inf")
    return repr(value)


def plain_or_quoted(value: str, *, quoted: bool = False, old: bool = False) -> str:
    """Return a text plain if YAML reads it back as the same text; ``old`` allows a user's bare yes and no."""
    word = value.lower()
    safe = bool(_SAFE.fullmatch(value)) and resolve(value) == value
    if safe and not (quoted and word in ("unknown", *_OLD_BOOLEANS)) and (old or word not in _OLD_BOOLEANS):
        return value
    return f'"{"".join(_escaped(char) for char in value)}"'


def _key(key: str) -> str:
    """Return a key; words such as ``on`` stand plain there, as YAML 1.2 has it."""
    return plain_or_quoted(key, old=True)


def _head(key: str, then: str) -> str:
    """Return a key with its colon; ``then`` stands between a very long one and the colon."""
    written = _key(key)
    return f"? {written}{then}:" if len(written) > LONGEST_KEY else f"{written}:"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if char.isprintable() or char == " ":
        return char
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _inline(node: Node) -> str:
    """Return a value on one line."""
    if isinstance(node.value, list):
        return f"[{', '.join(_inline(child) for child in node.value)}]"
    if isinstance(node.value, dict):
        inner = ", ".join(f"{_head(key, ' ')} {_inline(child)}" for key, child in node.value.items())
        return f"{{{inner}}}"
    return scalar_text(node)


def _wrapped(node: Node, room: int, pad: str) -> str:
    """Return a flow list on several lines, broken between its items."""
    lines, line = [], ""
    for number, child in enumerate(node.value):
        piece = _inline(child) + ("," if number < len(node.value) - 1 else "")
        if line and len(line) + 1 + len(piece) > room:
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    return f"[{f'{chr(10)}{pad}'.join([*lines, line])}]"


def _is_inline(node: Node, used: int) -> bool:
    """Say whether a value goes on its entry's line."""
    if node.is_scalar or not node.value:
        return True
    if not node.flow or any(_is_annotated(inner) for inner in walk(node) if inner is not node):
        return False
    fits = used + len(_inline(node)) <= WIDTH
    return fits or (node.is_list and all(child.is_scalar for _, child in node.entries()))


def _is_annotated(node: Node) -> bool:
    return bool(node.before or node.after or node.foot or node.remark)


def _value(node: Node, indent: int, used: int) -> str:
    """Return what stands on the entry's own line (and below it, for wrapped lists and literal texts)."""
    pad = " " * (indent + 2)
    literal = node.style == "|" and isinstance(node.value, str) and "\n" in node.value.rstrip("\n")
    if literal and _LITERAL.fullmatch(node.value) and not node.value.endswith("\n\n"):
        body = "".join(f"\n{pad}{line}" if line else "\n" for line in node.value.rstrip("\n").split("\n"))
        return ("|" if node.value.endswith("\n") else "|-") + (f" {node.after}" if node.after else "") + body
    text = _inline(node)
    if node.is_list and used + len(text) > WIDTH:
        text = _wrapped(node, WIDTH - len(pad) - 2, pad)
    return text + (f"  {node.after}" if node.after else "")


def _above(node: Node, pad: str) -> list[str]:
    lines = [""] if node.blank else []
    lines += [pad + comment for comment in node.before]
    return [*lines, f"{pad}#: {node.remark}"] if node.remark else lines


def _mapping(node: Node, indent: int) -> list[str]:
    pad, lines = " " * indent, []
    for key, child in node.value.items():
        lines += _above(child, pad)
        head = f"{pad}{_head(key, f'{chr(10)}{pad}')}"
        lines += _entry(head, child, indent)
        lines += [pad + comment for comment in child.foot]
    return lines


def _entry(head: str, child: Node, indent: int) -> list[str]:
    if _is_inline(child, len(head) + 1):
        return [f"{head} {_value(child, indent, len(head) + 1)}"]
    lines = [head + (f"  {child.after}" if child.after else "")]
    return lines + (_mapping(child, indent + 2) if child.is_map else _list(child, indent + 2))


def _list(node: Node, indent: int) -> list[str]:
    pad, lines = " " * indent, []
    for child in node.value:
        lines += _above(child, pad)
        if _is_inline(child, indent + 2):
            lines.append(f"{pad}- {_value(child, indent, indent + 2)}")
        else:
            lines += _dashed(child, indent)
        lines += [pad + comment for comment in child.foot]
    return lines


def _dashed(child: Node, indent: int) -> list[str]:
    """Return a list's item that is itself a mapping or list: its first entry stands beside the dash."""
    inner = _mapping(child, indent + 2) if child.is_map else _list(child, indent + 2)
    pad = " " * indent
    # A comment or an empty line cannot stand beside the dash: those go above it.
    above = 0
    while inner[above].lstrip().startswith("#") or not inner[above].strip():
        above += 1
    lines = [pad + line.lstrip() if line.strip() else line for line in inner[:above]]
    if child.after:
        lines.append(f"{pad}{child.after}")
    return [*lines, f"{pad}- {inner[above].lstrip()}", *inner[above + 1 :]]
