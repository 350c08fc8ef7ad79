"""Measure the reader on the gold standard.

    python tools/score/score.py [--split dev|test] [--part PART] [--only STEM] [--near N] [--errors]

Propositions of bulletins count as equal three ways: exact (actor, predicate, and the message's words in
any order, punctuation and case ignored), overlap (actor, predicate, and a Jaccard overlap of the
messages' words of at least 0.6), and actor with predicate. Claims of news and own reports count by act
and actor. Attributions count where source, cue and content each share at least half of the longer one's
characters. Intervals are 95% percentile bootstraps of F1 over sentences (1,000 draws, fixed seed).
Nothing is fetched; texts that are absent are skipped, and named.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from collect import Results, gather
from show import as_json, errors, tables

PARTS = ("bulletin", "news", "reports")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; return 0, or 2 where nothing could be scored."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--split", choices=("dev", "test"), default="dev", help="default: dev")
    parser.add_argument("--part", choices=PARTS, action="append", help="default: all three")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--errors", action="store_true", help="list misses and extras (dev only)")
    parser.add_argument(
        "--near",
        type=int,
        metavar="N",
        help="read only N sentences around annotated ones of bulletins (quick)",
    )
    parser.add_argument(
        "--only", metavar="STEM", help="only this annotation file of each part, such as dev-2"
    )
    given = parser.parse_args(arguments)
    if given.errors and given.split == "test":
        parser.error("the test split is frozen: its errors are not listed")
    results: Results = gather(given.split, given.part or PARTS, given.near, given.only)
    if given.errors:
        print(errors(results))
    print(tables(results, given.split))
    if given.json:
        given.json.write_text(json.dumps(as_json(results, given.split), indent=1) + "\n", encoding="utf-8")
    return 0 if results.sentences or results.news or results.own else 2


if __name__ == "__main__":
    sys.exit(main())
