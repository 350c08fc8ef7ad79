"""Commands one after the other, killed with -9 at a random moment; and what has to hold afterwards.

The parent loads everything once and forks, so that a kill costs a fraction of a second. Each command says
that it begins and, once it has returned, that it is done: only what is done was acknowledged.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.record.build import claim, reading, report
from tracktwo.interop import coding_files
from tracktwo.record import Record
from tracktwo.record.batching import Bounds
from tracktwo.vocabulary import Act

Step = tuple[str, str, str]  # what, on which report or claim, with which value

Tell = Callable[[Step], None]
Doing = Callable[[Tell], None]  # a step that may acknowledge parts of it before it is over

KINDS = ("add", "many", "coding", "decide", "date", "ask", "label", "export", "forget")


@dataclass
class Told:
    """What the killed processes acknowledged, and the one step each was in the middle of."""

    done: list[Step] = field(default_factory=list)
    begun: list[Step] = field(default_factory=list)
    kills: int = 0

    def named(self, what: str) -> list[Step]:
        return [step for step in self.done if step[0] == what]


def load() -> None:
    """Run every kind of command once, so that a forked process begins its work with everything loaded."""
    chance = random.Random(0)
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        seen: set[str] = set()
        while len(seen) < len(KINDS):
            step, act = _next(Path(name), chance)
            act(lambda _: None)
            seen.add(step[0])


def kill_once(case: Path, told: Told, moment: random.Random) -> None:
    """Let a process work on the case, kill it at a random moment, and take down what it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work(case, writer, moment.randrange(2**32))
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as lines:
        # So many steps are over, however slow the machine; then it may end at any moment of the next ones.
        said = [lines.readline() for _ in range(moment.randrange(1, 6))]
        time.sleep(moment.random() * 0.3)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        steps = [json.loads(line) for line in (*said, *lines) if line.endswith("\n")]
    told.kills += 1
    done = [tuple(step["step"]) for step in steps if step["done"]]
    told.done += done
    begun = [tuple(step["step"]) for step in steps if not step["done"]]
    told.begun += [step for step in begun if step not in done]


def check(case: Path, told: Told) -> None:
    """Raise AssertionError unless the record is sound and holds all that was acknowledged."""
    gone = {step[1] for step in (*told.named("forget"), *told.begun) if step[0] in ("forget",)}
    with Record.open(case / "record.sqlite") as record:
        assert record.verify() == ()
        held = {report.key: report for report in record.reports()}
        forgotten = {step[1] for step in told.named("forget")}
        assert not forgotten & set(held)
        for _, key, text in told.named("add"):
            assert key in gone or held[key].text == text, key
        every = record.claims(include_rejected=True, include_superseded=True)
        claims = {claim.id for claim in every}
        coded = Counter((claim.report, claim.method) for claim in every)
        for _, key, told_of in told.named("code"):
            file, number = told_of.split()
            assert key in gone or coded[key, f"import:{file}"] >= int(number), told_of
        for claim, number in Counter(step[1] for step in told.named("decide")).items():
            assert claim not in claims or len(record.history(claim)) >= number, claim
        for key in {step[1] for step in told.named("date")} & set(held):
            last = [step[2] for step in (*told.done, *told.begun) if step[:2] == ("date", key)]
            assert str(held[key].date) in last, key
        for whole in held.values():
            read = [claim for claim in record.claims(include_rejected=True) if claim.report == whole.key]
            assert read, "a report came in without its claims"


def check_answers(case: Path) -> None:
    """Raise AssertionError unless kept answers are those made anew."""
    texts = []
    for keep_from in (0, 10**9):
        with Record.open(case / "record.sqlite") as record:
            record.keep_from = record.large_from = keep_from
            texts.append([[*record.ask(name).texts()] for name in ("positions", "taken", "gaps")])
    assert texts[0] == texts[1]


def _work(case: Path, writer: int, seed: int) -> None:
    chance = random.Random(seed)
    with os.fdopen(writer, "w", encoding="utf-8") as out, contextlib.redirect_stdout(io.StringIO()):

        def tell(step: Step, done: bool = True) -> None:
            print(json.dumps({"step": step, "done": done}), file=out, flush=True)

        while True:
            step, act = _next(case, chance)
            tell(step, done=False)
            act(tell)
            tell(step)


def _next(case: Path, chance: random.Random) -> tuple[Step, Doing]:
    what = chance.choice(
        ["add", "add", "many", "code", "decide", "decide", "date", "ask", "label", "export", "forget"]
    )
    keys, claims = _held(case)
    if what == "add" or len(keys) < 3 or not claims:
        return _adding(case, chance)
    key, decided = chance.choice(keys), chance.choice(claims)
    if what == "many":
        return ("many", "", ""), lambda tell: _adding_many(case, chance.randrange(10**12), tell)
    if what == "code":
        return ("coding", key, ""), lambda tell: _coding(case, key, chance.randrange(10**12), tell)
    if what == "decide":
        choice = chance.choice(["--accept", "--reject", "--dispute"])
        return ("decide", decided, choice), lambda _: _run(case, "review", choice, decided)
    if what == "date":
        day = f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
        return ("date", key, day), lambda _: _dating(case, key, day)
    if what == "label":
        return ("label", key, "sensitive"), lambda _: _run(
            case, "record", "label", key, "sensitive", "--report"
        )
    if what == "forget":
        return ("forget", key, ""), lambda _: _run(case, "record", "forget", key)
    if what == "export":
        target = case / f"out{chance.randrange(10**9)}"
        return ("export", "", ""), lambda _: _run(case, "export", "jsonl", "--out", str(target))
    return ("ask", "", ""), lambda _: _asking(case)


def _held(case: Path) -> tuple[list[str], list[str]]:
    if not (case / "record.sqlite").exists():
        return [], []
    with Record.open(case / "record.sqlite") as record:
        return [report.key for report in record.reports()], [claim.id for claim in record.claims()]


def _adding(case: Path, chance: random.Random) -> tuple[Step, Doing]:
    number = chance.randrange(10**12)
    text = f"Varnland proposed a ban on {number} nets in its talks with Ostland. Ostland rejected the ban.\n"
    file = case / f"r{number}.txt"
    file.write_text(text, encoding="utf-8")
    return ("add", file.stem, text), lambda _: _run(case, "add", str(file), f"--date={file.name}=2024-01-01")


def _adding_many(case: Path, number: int, tell: Tell) -> None:
    """Add ready-made reports in small batches; every one that is told to be there is acknowledged."""
    made = [
        report(f"m{number}-{n}", f"Varnland will accept quota {number} of {n} boats.", "2024-02-01")
        for n in range(12)
    ]
    pairs = ((one, reading(one, claim(one, "accept", "Varnland"))) for one in made)
    with Record.open(case / "record.sqlite") as record:
        for one, _ in record.add_all(pairs, bounds=Bounds(things=5)):
            tell(("add", one.key, one.text))


def _coding(case: Path, key: str, number: int, tell: Tell) -> None:
    """Import a coding with a mangled line in it, in small batches; how many are told is acknowledged."""
    file = case / f"c{number}.csv"
    lines = [f"{key},Varnland,{act},Side {number}" for act in Act]
    file.write_text("\n".join(["report,quote,act,actor", *lines[:7], f"{key},nowhere,accept,", *lines[7:]]))
    coding_files._AT_ONCE = Bounds(things=5)
    with Record.open(case / "record.sqlite") as record:
        coding_files.take(record, file, lambda done: tell(("code", key, f"{file.name} {done}")))


def _dating(case: Path, key: str, day: str) -> None:
    with Record.open(case / "record.sqlite") as record:
        record.set_date(key, day)


def _asking(case: Path) -> None:
    with Record.open(case / "record.sqlite") as record:
        record.keep_from = record.large_from = 0
        record.ask("positions")


def _run(case: Path, *words: str) -> None:
    from tracktwo.cli.app import app

    app([*words, "--case", str(case)], standalone_mode=False)
