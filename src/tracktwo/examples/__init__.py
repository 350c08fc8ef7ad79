"""Reports that come with tracktwo, so that it can be tried without any of one's own.

``founding`` retells, in our own words, two news reports on the hostage and ceasefire talks of 2024;
``labour`` is an invented dispute at an invented tram company. ``case_folder`` holds that dispute as a case
with made-up values, to ask what could pass.
"""

from __future__ import annotations

from pathlib import Path

from tracktwo.errors import UsageError

NAMES = ("founding", "labour")


def example_folder(name: str = "founding") -> Path:
    """Find the folder of an example.

    Parameters
    ----------
    name : {"founding", "labour"}
        The example.

    Returns
    -------
    pathlib.Path
        A folder of short reports.

    Raises
    ------
    UsageError
        If there is no example of that name.
    """
    if name not in NAMES:
        raise UsageError(f"there is no example {name!r}", fix=f"Choose one of {', '.join(NAMES)}")
    return Path(__file__).resolve().parent / name


def case_folder() -> Path:
    """Find the folder of the example case with values.

    Returns
    -------
    pathlib.Path
        A folder with a ``case.yaml``.
    """
    return Path(__file__).resolve().parent / "tram-case"
