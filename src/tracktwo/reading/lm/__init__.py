"""The optional reader: a language model behind a server, asked through LangExtract (extra ``llm``).

``Server.named(model, url)`` says which model and where · ``read_all(reports, server)`` gives what it read,
every word found in the stored text · ``compare(rules, model)`` sets two readings side by side. Nothing is
sent anywhere else than to that server, which is on this machine unless somebody names another.
"""

from tracktwo.reading.lm.compare import Agreement, Compared, compare
from tracktwo.reading.lm.grounding import Dropped
from tracktwo.reading.lm.read import METHOD, ModelReading, read_all
from tracktwo.reading.lm.server import Protocol, Server

__all__ = [
    "METHOD",
    "Agreement",
    "Compared",
    "Dropped",
    "ModelReading",
    "Protocol",
    "Server",
    "compare",
    "read_all",
]
