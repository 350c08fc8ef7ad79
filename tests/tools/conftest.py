"""Make the modules beside the tools importable, as they are when those run."""

from __future__ import annotations

import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path += [str(TOOLS / "parser"), str(TOOLS / "score"), str(TOOLS)]
