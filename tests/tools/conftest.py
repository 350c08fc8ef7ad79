"""Make the modules beside the training script importable, as they are when it runs."""

from __future__ import annotations

import sys
from pathlib import Path

PARSER_TOOLS = Path(__file__).resolve().parents[2] / "tools" / "parser"
sys.path.append(str(PARSER_TOOLS))
