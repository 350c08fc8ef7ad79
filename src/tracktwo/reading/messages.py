"""Messages: the words of a row, what its predicate governs with its reasons, times, conditions and manner."""

from __future__ import annotations

import re

from tracktwo.reading.acts import load_verbs
from tracktwo.vocabulary import Act, Claim

# Coming together, opening and closing, arms and events say nothing to the table.
DEEDS = frozenset(
    {
        Act.MEET,
        Act.MEDIATE,
        Act.MANDATE,
        Act.SUSPEND,
        Act.RESUME,
        Act.USE_FORCE,
        Act.HAPPEN,
        Act.IMPLEMENT,
        Act.VIOLATE,
        Act.SANCTION,
    }
)
# "stressed, inter alia, that A": words between the verb and what it governs.
_BETWEEN = re.compile(
    r"^[\s,]*(?:(?:inter alia|among other things)[\s,:]*"
    r"|(?:however|therefore|for example|for instance)\s*[,:]\s*)",
    re.IGNORECASE,
)
_MANNER = re.compile(r"^[a-z]+ly (?=that\b)")
_SECOND = re.compile(r"\s*,\s+and\b")
_AT_TABLE = frozenset(
    {
        Act.STATE,
        Act.EXPECT,
        Act.WARN,
        Act.PROPOSE,
        Act.URGE,
        Act.DEMAND,
        Act.SUPPORT,
        Act.OPPOSE,
        Act.CRITICISE,
    }
)
_DURING = re.compile(
    r"\s+during\s[^,;:]*?(?=[,;:.]?$|[,;:]|\s(?:while|but)\b|\sand\s(?:\w+ly\s)?(?:\w+ed|said)\b)"
)
_JOINTS = ("", "and", "or", "but")
# "A introduced and the COP adopted a text": the text.
_AND_ANOTHER = re.compile(r"and\s+(?:the\s+)?(?:[A-Z][\w./-]*\s+)+\w+ed\s+(?=(?:the|a|an)\s)")
_BOTH = re.compile(r"\s+(?:and|or)\s+\w+\s+")  # "considered and adopted the text"
_OWNER = re.compile(r"\s*(?:by|from|,\s+(?:supported|opposed|backed)\s+by)\s")
_INTRODUCES = frozenset({"on", "for", "that", "of", "to", "regarding", "concerning", "about"})
# Not ", which Norway said ...": that is somebody else's saying.
_RELATIVE = re.compile(
    r",\s+(?:which|who|whose|where)\b"
    r"(?!\s+(?:the\s+)?[A-Z][^,;.]*?\s(?:said|noted|stated|supported|opposed|rejected|endorsed|welcomed|questioned)\b)"
    r"(?!\s+(?:was|were)\s+(?:\w+ly\s+)?(?:supported|opposed|rejected|endorsed|backed|accepted|welcomed)\s+by\b)"
)
# Participles that tell no manner: openings of examples, and what came of it.
_NO_MANNER = "including|excluding|following|according|depending|alarming|prompting|causing|sparking|raising"
_PARTICIPLE = re.compile(rf",\s+(?:\w+ly\s+)?((?!{_NO_MANNER})\w+ing)\b")
_NEXT = re.compile(
    r";|,\s+(?:but|while|whereas|with|although)\b|,\s+and\s+(?:\w+ly\s+|also\s+)?(?:\w+ed|said|(?:the\s+)?[A-Z]\w+\s+\w+ed)\b"
    r"|,\s+(?!including|excluding|concerning|regarding|following|according)\w+ing\b"
)


def message_of(claim: Claim, text: str, end: int) -> str:
    """The message of a claim's row.

    Parameters
    ----------
    claim : Claim
        One with an object.
    text : str
        The stored text of its report.
    end : int
        Where its predicate's own word ends in the stored text.

    Returns
    -------
    str
        With single blanks and without outer punctuation; empty where nothing is left.
    """
    start, stop = claim.object_start or 0, claim.object_end or 0
    stop = _with_condition(claim, text, start, stop)
    if stop > claim.predicate_start:  # "the text, which Peru tabled": the text alone
        stop = _with_relative(text, start, _with_time(claim, text, stop), claim.end)
    apart = claim.method.endswith(":joined-later")  # the verb stands before somebody else's part
    if _SECOND.match(text[end:start]):  # "proposed, and Chile agreed, that ..."
        end = text.rindex(",", end, start) + 1
    apart = apart or (start > end and _BOTH.fullmatch(text, end, start) is not None)
    body = _AND_ANOTHER.match(text, start, stop)
    apart, start = (True, body.end()) if body else (apart, start)
    raw = text[end:stop] if start >= end and not apart else text[start:stop]
    if start >= end and _OWNER.match(text[end:start]):  # "a proposal by X on Y": "on Y"
        last = text[end:start].split()[-1]
        raw = f"{last if last in _INTRODUCES else ''} {text[start:stop]}"
    return _MANNER.sub("", _BETWEEN.sub("", " ".join(raw.split()))).strip(" ,;:.")


def _with_condition(claim: Claim, text: str, start: int, stop: int) -> int:
    """Where the message ends with the condition that follows it ("..., if X")."""
    if not claim.condition:
        return stop
    at = text.find(claim.condition, start, claim.end)
    near = start < at <= stop or (at > stop and text[stop:at].strip(" ,\n") in _JOINTS)
    return max(stop, at + len(claim.condition)) if near else stop


def _with_time(claim: Claim, text: str, stop: int) -> int:
    """Where the message ends with its own times ("called for talks during the session"); what somebody
    declared or announced during something has none.
    """
    found = _DURING.match(text, stop, claim.end)
    told_then = claim.predicate.lower().startswith(("declar", "announc"))
    return found.end() if found and claim.act in _AT_TABLE and not told_then else stop


def _with_relative(text: str, start: int, stop: int, end: int) -> int:
    """Where the message ends with the relative clause that says more of its last word, or with how it is
    done ("..., using local rates").
    """
    manner = _PARTICIPLE.match(text, stop, end)
    frames = load_verbs().frames.get(manner.group(1).lower(), ()) if manner else ()
    rest = frozenset(text[stop:end].lower().split()) if frames else frozenset[str]()
    told = any(frame.act not in DEEDS and frame.needs <= rest for frame in frames)
    if (manner is None or told) and not _RELATIVE.match(text[stop:end]):
        return stop
    listed = ":" in text[start:stop]  # a relative clause in a list: on to the next item
    cut = _NEXT.search(text, stop + 1, end)
    while cut is not None and listed and cut.group() == ";":
        cut = _NEXT.search(text, cut.end(), end)
    return cut.start() if cut else end
