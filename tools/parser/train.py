"""Train the English parsing pipeline on Universal Dependencies treebanks.

    python tools/parser/train.py --treebanks DIR --out MODEL_DIR

``DIR`` holds ``ewt-train.conllu``, ``gum-free-train.conllu`` and the two dev sets.
Test sets are never opened here. The same seed, data, package versions and
processor type give the same model.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

from augment import Rates, variants  # noqa: E402
from strings import keep_needed_strings  # noqa: E402
from tokenizer import use_treebank_tokenizer  # noqa: E402
from treebank import Sentence, Word, read_treebank  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example
    from thinc.api import Optimizer

TRAIN_FILES = ("ewt-train.conllu", "gum-free-train.conllu")
DEV_FILES = ("ewt-dev.conllu", "gum-free-dev.conllu")
CONFIG = Path(__file__).with_name("config.cfg")
META = {
    "name": "tracktwo_ud",
    "version": "1.0.0",
    "description": "Tags, lemmas and Universal Dependencies for single English sentences.",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "UD English GUM, eight free genres", "license": "CC BY 4.0, texts CC BY or CC BY-SA"},
    ],
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything about a run that is not the network itself."""

    seed: int = 7
    steps: int = 3200
    words_per_step: int = 2000
    learning_rate: float = 0.002
    warmup_steps: int = 150
    dropout: float = 0.2
    check_every: int = 400


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--config", type=Path, default=CONFIG)
    options.add_argument("--steps", type=int, default=Recipe().steps)
    options.add_argument("--seed", type=int, default=Recipe().seed)
    options.add_argument("--log", type=Path, help="where to write the course of training, as JSON")
    chosen = options.parse_args(argv)
    missing = [n for n in TRAIN_FILES + DEV_FILES if not (chosen.treebanks / n).is_file()]
    if missing:
        print(f"{chosen.treebanks}: no {', '.join(missing)}; give the treebanks' folder", file=sys.stderr)
        return 2
    recipe = Recipe(seed=chosen.seed, steps=chosen.steps)
    nlp, course = train(chosen.treebanks, chosen.config, recipe)
    nlp.meta.update(META)
    chosen.out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(chosen.out)
    keep_needed_strings(nlp, chosen.out)
    if chosen.log:
        chosen.log.write_text(json.dumps({"recipe": asdict(recipe), "course": course}, indent=1))
    return 0


def train(treebanks: Path, config: Path, recipe: Recipe) -> tuple[Language, list[dict[str, float]]]:
    """Train a pipeline; return it with the dev scores seen on the way."""
    from spacy import util

    util.fix_random_seed(recipe.seed)
    sentences = [s for name in TRAIN_FILES for s in read_treebank(treebanks / name)]
    held_out = [s for name in DEV_FILES for s in read_treebank(treebanks / name)]
    nlp = util.load_model_from_config(util.load_config(config), auto_fill=True)
    use_treebank_tokenizer(nlp)
    dev = [as_example(nlp, s.words) for s in held_out]
    # Labels are collected from the unchanged training set, so augmentation cannot add any.
    nlp.initialize(lambda: (as_example(nlp, s.words) for s in sentences))
    optimizer = make_optimizer(recipe)
    course: list[dict[str, float]] = []
    started = time.monotonic()
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(nlp, sentences, recipe), start=1):
        nlp.update(batch, drop=recipe.dropout, sgd=optimizer, losses=losses)
        optimizer.step_schedules()
        if step % recipe.check_every == 0 or step == recipe.steps:
            scores = nlp.evaluate(dev)
            row = {name: round(scores[name], 4) for name in ("dep_las", "dep_uas", "tag_acc", "lemma_acc")}
            course.append({"step": step, "seconds": round(time.monotonic() - started), **row})
            print(course[-1], {k: round(v) for k, v in losses.items()}, flush=True)
            losses = {}
        if step == recipe.steps:
            break
    return nlp, course


def make_optimizer(recipe: Recipe) -> Optimizer:
    """Return Adam with weight decay, warmed up and then cooled linearly to zero."""
    from thinc.api import Adam, warmup_linear

    rate = warmup_linear(recipe.learning_rate, recipe.warmup_steps, recipe.steps)
    return Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=False)


def batches(nlp: Language, sentences: list[Sentence], recipe: Recipe) -> Iterator[list[Example]]:
    """Yield batches of about ``words_per_step`` words for ever, reshuffled every epoch."""
    rng = random.Random(recipe.seed)
    batch: list[Example] = []
    size = 0
    while True:
        epoch = [words for s in sentences for words in variants(s, Rates(), rng)]
        rng.shuffle(epoch)
        for words in epoch:
            batch.append(as_example(nlp, words))
            size += len(words)
            if size >= recipe.words_per_step:
                yield batch
                batch, size = [], 0


def as_example(nlp: Language, words: tuple[Word, ...]) -> Example:
    """Return one sentence as a training example over its gold words."""
    from spacy.tokens import Doc
    from spacy.training import Example

    forms, blanks = [w.form for w in words], [w.space for w in words]
    reference = Doc(
        nlp.vocab,
        words=forms,
        spaces=blanks,
        tags=[w.xpos for w in words],
        pos=[w.upos for w in words],
        morphs=[w.feats for w in words],
        lemmas=[w.lemma for w in words],
        heads=[w.head for w in words],
        deps=["ROOT" if w.deprel == "root" else w.deprel for w in words],
    )
    starts = [True] + [False] * (len(words) - 1)
    return Example(Doc(nlp.vocab, words=forms, spaces=blanks, sent_starts=starts), reference)


if __name__ == "__main__":
    sys.exit(main())
