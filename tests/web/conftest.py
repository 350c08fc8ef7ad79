"""A record of the labour example, and servers of copies of it on the loopback."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.web.client import Client
from tracktwo.examples import example_folder
from tracktwo.record import Record, intake
from tracktwo.web.server import Prepared, prepare


@dataclass
class Running:
    """A server that runs, its record, and somebody who has come in by the door."""

    path: Path
    prepared: Prepared
    client: Client

    @property
    def port(self) -> int:
        return self.prepared.keys.port

    def record(self) -> Record:
        """The record as another process would open it."""
        return Record.open(self.path, create=False)


def record_of(path: Path, *sources: Path) -> Path:
    with Record.open(path) as record:
        intake.add_files(record, list(sources))
    return path


@pytest.fixture(scope="session")
def labour_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only to be copied."""
    return record_of(tmp_path_factory.mktemp("labour") / "record.sqlite", example_folder("labour"))


@contextmanager
def starting() -> Iterator[Callable[[Path], Running]]:
    """``begin(record)`` starts a server; all end with the block."""
    started: list[tuple[Prepared, threading.Thread]] = []

    def begin(path: Path) -> Running:
        prepared = prepare(path, by="Ana")
        thread = threading.Thread(target=prepared.run)
        thread.start()
        started.append((prepared, thread))
        client = Client(prepared.keys.port)
        client.come_in(prepared.keys.token)
        return Running(path, prepared, client)

    try:
        yield begin
    finally:
        for prepared, thread in started:
            prepared.server.should_exit = True
            thread.join(15)
            assert not thread.is_alive()


@pytest.fixture
def start() -> Iterator[Callable[[Path], Running]]:
    with starting() as begin:
        yield begin


@pytest.fixture
def running(labour_record: Path, tmp_path: Path, start: Callable[[Path], Running]) -> Running:
    """A server of a fresh copy of the labour example's record."""
    return start(Path(shutil.copy(labour_record, tmp_path / "record.sqlite")))


@pytest.fixture(scope="session")
def shown(labour_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all tests that only look."""
    with starting() as begin:
        yield begin(Path(shutil.copy(labour_record, tmp_path_factory.mktemp("shown") / "record.sqlite")))
