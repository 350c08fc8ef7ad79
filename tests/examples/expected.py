"""The acceptance data beside this file, and the quotations in it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def expected(name: str) -> dict[str, Any]:
    """What a careful reader gets out of an example."""
    return tomllib.loads((Path(__file__).parent / f"{name}.expected.toml").read_text("utf-8"))


def quotations(name: str) -> list[tuple[str, str]]:
    """Report key and words of every fact that quotes a report."""
    entries = [entry for part in expected(name).values() if isinstance(part, list) for entry in part]
    return [(entry["report"], entry["words"]) for entry in entries if "words" in entry]
