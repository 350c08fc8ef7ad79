"""The brief as one self-contained HTML file: ``render`` gives its text, ``write`` puts it on disk."""

from tracktwo.brief.html.page import render, write

__all__ = ["render", "write"]
