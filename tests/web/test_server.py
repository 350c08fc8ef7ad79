"""Starting and ending, as a user does it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.client import Client
from tracktwo.record import Record


def command(case: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "tracktwo", "serve", "--case", str(case), "--no-open", *words]


def test_ctrl_c_ends_it_and_keeps_every_decision(labour_record: Path, tmp_path: Path) -> None:
    shutil.copy(labour_record, tmp_path / "record.sqlite")
    process = subprocess.Popen(
        command(tmp_path, "--by", "Ana"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    told = process.stdout.readline() + process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S{40,})", told)
    assert found, told
    client = Client(int(found[1]))
    client.come_in(found[2])
    page = client.get("/review")
    claim = page.form("accept").values["id"]
    assert client.submit(page.form("accept"), "accept").status == 200
    process.send_signal(signal.SIGINT)
    rest, complaints = process.communicate(timeout=20)
    assert process.returncode == 0, complaints
    assert complaints == ""
    assert rest.splitlines()[-1] == "Ended; every decision is saved."
    # What stood in the log is in the file itself: nothing is left beside it.
    assert sorted(os.listdir(tmp_path)) == ["record.sqlite", "record.sqlite-kept"]
    with Record.open(tmp_path / "record.sqlite", read_only=True) as record:
        assert [d.by for d in record.history(claim)] == ["Ana"]


def test_a_port_in_use_is_told(labour_record: Path, tmp_path: Path) -> None:
    shutil.copy(labour_record, tmp_path / "record.sqlite")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            command(tmp_path, "--port", str(port)), capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 2
    assert f"port {port} cannot be had (another program listens there)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "token" not in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [((), "there is no record here"), (("--port", "70000"), "65535"), (("--port", "x"), "--port")],
)
def test_bad_input_is_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = subprocess.run(command(tmp_path, *words), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert told in done.stderr
    assert not list(tmp_path.iterdir())


def test_other_commands_do_not_load_the_web(tmp_path: Path) -> None:
    code = (
        "import sys; from tracktwo.cli.app import app; "
        "print([m for m in sys.modules if m.split('.')[0] in ('starlette', 'uvicorn', 'jinja2')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
