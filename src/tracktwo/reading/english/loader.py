"""Finding and loading the parsing model that is shipped inside the package."""

from __future__ import annotations

import warnings
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import ModelError
from tracktwo.reading.english.forgetting import as_loaded

if TYPE_CHECKING:
    from spacy.language import Language

NEEDED = ("config.cfg", "meta.json", "tokenizer", "tok2vec", "parser", "vocab")


def model_path() -> Path:
    """Return the folder the model lies in.

    Returns
    -------
    pathlib.Path
        A folder inside the installed package. It may be absent in a damaged install.
    """
    return Path(str(resources.files(__package__) / "model"))


@cache
def load_parser(path: Path | None = None) -> Language:
    """Load the English parsing pipeline, once per process.

    Parameters
    ----------
    path
        A pipeline folder to load in place of the shipped one.

    Returns
    -------
    spacy.language.Language
        With the components ``tok2vec``, ``tagger``, ``morphologizer``,
        ``trainable_lemmatizer`` and ``parser``; labels are those of Universal
        Dependencies, save that the root is called ``ROOT`` as spaCy calls it.
        Give it whole sentences only, through :func:`parse_sentences`.

    Raises
    ------
    ModelError
        When files are missing or cannot be read.
    """
    folder = model_path() if path is None else path
    missing = [name for name in NEEDED if not (folder / name).exists()]
    if missing:
        raise ModelError(
            "the English model is not there",
            where=str(folder),
            why=f"missing: {', '.join(missing)}",
            fix="Install tracktwo again, or train it with 'make parser TREEBANKS=FOLDER'",
        )
    try:
        with warnings.catch_warnings():
            # spaCy warns about versions of itself and of its dependencies; nothing a user can act on.
            warnings.simplefilter("ignore")
            import spacy

            nlp = spacy.load(folder)
            _multiply_with_numpy(nlp)
            _look_up_less(nlp)
            return as_loaded(nlp)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            "the English model cannot be read",
            where=str(folder),
            why=f"{type(error).__name__}: {error}",
            fix="Install tracktwo again, with spaCy 3.8",
        ) from error


def _look_up_less(nlp: Language) -> None:
    """Leave out what spaCy finds out about every new word and nobody asks (whether it is like an address)."""
    from spacy.attrs import IS_PUNCT, IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX

    asked = {IS_PUNCT, IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX}
    getters = nlp.vocab.lex_attr_getters
    nlp.vocab.lex_attr_getters = {attr: getters[attr] for attr in asked if attr in getters}


def _multiply_with_numpy(nlp: Language) -> None:
    """Let NumPy's matrix product do the network's arithmetic: up to three times as fast as spaCy's own."""
    from thinc.api import NumpyOps

    for _, component in nlp.pipeline:
        for layer in component.model.walk():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = NumpyOps(use_blis=False)
