"""Every command has help, and the reference page is what the commands say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import typer.main

from tracktwo.cli.app import app

ROOT = Path(__file__).resolve().parent.parent.parent


def load_tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current() -> None:
    tool = load_tool("command_pages")
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page(), "run: python tools/command_pages.py"


def test_every_command_and_option_has_help() -> None:
    root = typer.main.get_command(app)
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"
