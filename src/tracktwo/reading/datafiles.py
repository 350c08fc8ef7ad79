"""The word lists that lie beside the code, each file read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data_of(package: str, name: str) -> dict[str, Any]:
    """What a TOML file of a package holds; shared between callers, who leave it as it is.

    Parameters
    ----------
    package : str
        As it is imported ("tracktwo.reading.acts").
    name : str
        The file ("objects.toml").
    """
    return tomllib.loads((files(package) / name).read_text(encoding="utf-8"))
