"""Asking a model through LangExtract: a passage in, answers out, every kind of trouble as one of ours."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tracktwo.errors import ModelError, NoAnswerError, UnreadableAnswerError
from tracktwo.reading.lm.prompt import Prompt, load_prompt
from tracktwo.reading.lm.server import KEY, Protocol, Server

CLAIM = "claim"
# LangExtract's own default of 2,048 tokens would cut our prompt off without a word.
_WINDOW = 8192


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model says stands in a passage; ``at`` is where LangExtract found it, in the passage."""

    text: str
    at: tuple[int, int] | None
    attributes: Mapping[str, Any]


Ask = Callable[[str], Sequence[Answer]]


def asker(server: Server) -> Ask:
    """Return a function that asks the server about one passage.

    Parameters
    ----------
    server : Server

    Returns
    -------
    Ask
        Passage in, answers in the model's order out. Raises `UnreadableAnswerError` or `NoAnswerError`.

    Raises
    ------
    ModelError
        When LangExtract is not installed, or cannot speak to such a server.
    """
    try:
        with _quiet():
            import langextract
            from langextract.core import exceptions
            from langextract.prompt_validation import PromptValidationLevel
    except ImportError as error:
        raise ModelError(
            "reading with a language model needs a package that is not installed",
            why=f"no module named {error.name}",
            fix="Install it with: pip install 'tracktwo[llm]'",
        ) from error
    prompt = load_prompt()
    examples = _examples(prompt)
    try:
        model = _model(server, examples)
    except exceptions.LangExtractError as error:
        raise ModelError(
            f"{server.protocol.value} cannot be asked for {server.model}",
            where=server.url,
            why=_short(error),
            fix=f"A key is taken from the environment: {KEY}=...",
        ) from error

    def ask(passage: str) -> Sequence[Answer]:
        try:
            with _quiet():
                found = langextract.extract(
                    passage,
                    prompt_description=prompt.task,
                    examples=examples,
                    model=model,
                    use_schema_constraints=False,  # the model has them already
                    max_char_buffer=len(passage) + 1,
                    show_progress=False,
                    prompt_validation_level=PromptValidationLevel.OFF,  # a test does it
                    resolver_params={"suppress_parse_errors": False},
                )
        except exceptions.InferenceError as error:
            raise NoAnswerError("the server gives no answer", where=server.url, why=_short(error)) from error
        except Exception as error:  # whatever a server may send, the next passage is asked about
            raise UnreadableAnswerError("the answer cannot be read", why=_short(error)) from error
        return [_answer(one) for one in getattr(found, "extractions", None) or ()]

    return ask


def _answer(extraction: Any) -> Answer:
    at = extraction.char_interval
    known = at is not None and at.start_pos is not None and at.end_pos is not None
    attributes = extraction.attributes if isinstance(extraction.attributes, Mapping) else {}
    return Answer(str(extraction.extraction_text), (at.start_pos, at.end_pos) if known else None, attributes)


def _examples(prompt: Prompt) -> list[Any]:
    from langextract import data

    def extraction(words: Mapping[str, str]) -> Any:
        rest = {name: value for name, value in words.items() if name != CLAIM}
        return data.Extraction(CLAIM, words[CLAIM], attributes=rest)

    return [
        data.ExampleData(text=one.text, extractions=[extraction(words) for words in one.claims])
        for one in prompt.examples
    ]


def _model(server: Server, examples: list[Any]) -> Any:
    from langextract import factory

    # The key is given even where there is none: LangExtract would else take one from the environment that is
    # meant for another server.
    name, values = {
        Protocol.OLLAMA: (
            "OllamaLanguageModel",
            {
                "api_key": server.key,
                "model_url": server.url,
                "timeout": server.timeout,
                "num_ctx": _WINDOW,
                "temperature": 0.0,
                "seed": 0,
            },
        ),
        Protocol.OPENAI: (
            "OpenAILanguageModel",
            {
                "api_key": server.key or "none",
                "base_url": server.url,
                "temperature": 0.0,
                "seed": 0,
            },
        ),
        Protocol.GEMINI: (
            "GeminiLanguageModel",
            {
                "api_key": server.key or ("none" if server.on_this_machine else None),
                "http_options": {"base_url": server.url, "timeout": int(server.timeout * 1000)},
                "temperature": 0.0,
                "max_retries": 0,
            },
        ),
    }[server.protocol]
    config = factory.ModelConfig(model_id=server.model, provider=name, provider_kwargs=values)
    with _quiet():
        made = factory.create_model(config, examples=examples, use_schema_constraints=True)
    if server.protocol is Protocol.OPENAI:
        # LangExtract has no setting for it, and ten minutes three times over is too long to wait.
        made._client = made._client.with_options(timeout=server.timeout, max_retries=0)
    return made


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep LangExtract's own remarks off the screen; what matters of them comes back as an error."""
    logger = logging.getLogger("absl")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _short(error: Exception) -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in str(error)).split())
    return words if len(words) <= 200 else f"{words[:197]}..."
