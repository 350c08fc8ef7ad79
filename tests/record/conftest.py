"""An empty record that closes itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracktwo.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.sqlite") as opened:
        yield opened
