"""Network: a pipeline's components run over a batch, the two large ones by quicker code than spaCy's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tracktwo.reading.english.arcs import Arcs
from tracktwo.reading.english.encoder import Encoder
from tracktwo.reading.english.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Network:
    """The components of a pipeline with the architecture of the shipped one."""

    def __init__(self, nlp: Language) -> None:
        encoder = Encoder(nlp.get_pipe("tok2vec").model)
        sample = nlp.make_doc("A")
        (sample.tensor,) = encoder([sample])
        quicker: dict[str, Callable[[Sequence[Doc]], Any]] = {
            "tok2vec": encoder,
            "parser": Arcs(nlp.get_pipe("parser"), sample),
        }
        pipeline: list[tuple[str, Any]] = nlp.pipeline
        self._steps = [
            (name, quicker.get(name, component.predict), component.set_annotations)
            for name, component in pipeline
        ]

    def annotate(self, docs: Sequence[Doc], without: Sequence[str] = ()) -> None:
        """Write tags, heads and relations into documents that are not empty, all at once."""
        with one_thread():
            for name, predict, write in self._steps:
                if name not in without:
                    write(docs, predict(docs))


@lru_cache(maxsize=2)
def network_of(nlp: Language) -> Network:
    """The network of a pipeline, made once."""
    return Network(nlp)
