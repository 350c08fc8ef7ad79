"""The English model: words, their kinds, and who does what to whom in one sentence."""

from __future__ import annotations

from tracktwo.reading.english.loader import load_parser, model_path
from tracktwo.reading.english.parsing import UNREAD, parse_sentences, parse_with

__all__ = ["UNREAD", "load_parser", "model_path", "parse_sentences", "parse_with"]
