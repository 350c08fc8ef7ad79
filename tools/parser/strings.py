"""Leaving the words of the treebanks out of a saved pipeline.

spaCy saves every string it has seen, training words and made-up names included.
The pipeline needs only its labels and the pieces its lemmatizer puts together;
the rest is looked up by hash and learnt anew as texts come.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def keep_needed_strings(nlp: Language, folder: Path) -> None:
    """Write the string list of a saved pipeline again with the needed strings only.

    Parameters
    ----------
    nlp
        The pipeline that was saved; it knows the strings behind the hashes.
    folder
        Where it was saved.
    """
    import srsly  # type: ignore[import-untyped]

    needed: set[str] = set()
    for name, component in nlp.pipeline:
        labels = () if name == "trainable_lemmatizer" else getattr(component, "labels", ())
        for label in labels:
            needed.add(label)
            needed.update(part for feature in label.split("|") for part in (feature, *feature.split("=")))
    trees = srsly.msgpack_loads((folder / "trainable_lemmatizer" / "trees").read_bytes())["trees"]
    for tree in trees:
        for side in ("orig", "subst"):
            if tree.get(side):
                needed.add(nlp.vocab.strings[tree[side]])
    srsly.write_json(folder / "vocab" / "strings.json", sorted(needed))
