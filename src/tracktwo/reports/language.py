"""Is it English? A stop-word test: cheap, and says when a text is too short to tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20  # words; below that nothing is concluded from function words
_AT_LEAST = 0.08  # running English text has 35-50 percent; bulletins full of names about 25
_SAMPLE = 20_000  # characters looked at
_LATIN = "\u024f"  # the last of the Latin blocks


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads(files("tracktwo.reports").joinpath("data/function_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}


def why_not_english(text: str) -> str | None:
    """Say why a text is not taken for English.

    Parameters
    ----------
    text : str
        The report's sentences.

    Returns
    -------
    str or None
        The reason, or None where the text is English or too short to tell.
    """
    sample = text[:_SAMPLE]
    foreign = 0 if sample.isascii() else sum(map(str.isalpha, filter(_LATIN.__lt__, sample)))
    letters = sum(map(str.isalpha, sample)) if foreign else 0
    if letters >= _ENOUGH and foreign > letters / 2:
        return f"{100 * foreign // letters} percent of its letters are not Latin"
    words = list(map(str.lower, _WORD.findall(sample)))
    if len(words) < _ENOUGH:
        return None
    times = Counter(words)
    shares = {
        language: sum(times[word] for word in known & times.keys()) / len(words)
        for language, known in _function_words().items()
    }
    best = max(shares, key=lambda language: shares[language])
    if best != "english" and shares[best] > max(_AT_LEAST, 1.2 * shares["english"]):
        return f"its commonest words are {best.capitalize()}"
    if shares["english"] < _AT_LEAST:
        return f"only {100 * shares['english']:.0f} percent of its words are English function words"
    return None


def ends_open(word: str) -> bool:
    """Whether a text that ends in this word goes on: no title ends in "the" or "of".

    Parameters
    ----------
    word : str
        The last word.

    Returns
    -------
    bool
        True for lower-case English function words.
    """
    return word in _function_words()["english"]
