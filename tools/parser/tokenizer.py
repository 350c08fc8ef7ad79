"""A spaCy tokenizer that splits English as the UD treebanks do.

spaCy's own rules follow OntoNotes; the treebanks differ from it in a few
regular ways: runs of punctuation are one word ("?!", "____"), some prefixes
keep their hyphen ("non-paper", "co-chair"), telephone numbers and dates with
hyphens stay whole, and words joined by a slash are three.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = Path(__file__).with_name("words.toml")
RUNS = (
    r"[!?]{2,}",
    r"\.{2,}",
    r"={2,}",
    r"_{2,}",
    r"\*{2,}",
    r"-{2,}",
    r">{2,}",
    r"<{2,}",
    r"~{2,}",
    r"#{2,}",
    r"\+{2,}",
)
WHOLE = r"(?:\d-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|\d{5}-\d{4}|\d\d?-\d\d?-\d{2,4}|\d{4}-\d\d-\d\d"


def use_treebank_tokenizer(nlp: Language) -> None:
    """Change the tokenizer of ``nlp`` in place.

    The rules are saved with the pipeline, so that it needs no code to be read again.
    """
    import re

    from spacy.lang.char_classes import ALPHA, HYPHENS
    from spacy.symbols import ORTH
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    lists: dict[str, list[str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    prefixes = [form for prefix in lists["bound_prefixes"] for form in (prefix, prefix.title())]
    kept = "".join(rf"(?<!\b{form})" for form in prefixes)
    given = list(nlp.Defaults.infixes or ())
    hyphen, slash = (f"(?:{HYPHENS})", "[:<>=/]")
    infixes = [
        *RUNS,
        *(kept + rule for rule in given if hyphen in rule),
        *(rule.replace(slash, "[:<>=]") for rule in given if hyphen not in rule),
        rf"(?<=[{ALPHA}]{{2}})/(?=[{ALPHA}]{{2}})",
    ]
    tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(nlp.Defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(nlp.Defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = re.compile(rf"(?:{WHOLE})$").match
    # Rules that set NORM would show the network spellings it never saw in training.
    rules = {
        text: [{ORTH: part[ORTH]} for part in parts]
        for text, parts in tokenizer.rules.items()
        if "/" not in text
    }
    rules.update({text: [{ORTH: text}] for text in lists["abbreviations"]})
    tokenizer.rules = rules
