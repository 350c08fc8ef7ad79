"""Web pages: the main text by trafilatura, metadata from what the page declares about itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracktwo.errors import ReportError
from tracktwo.reports.decoding import decode
from tracktwo.reports.extracted import Extracted, join_blocks

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_DECLARED_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
# Names under which pages declare their date of publication. Dates of modification are not among them.
_DATE = (
    *(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
    ),
    *(
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "sailthru.date",
    ),
    *("parsely-pub-date", "article.published", "publication_date", "citation_publication_date"),
)
_TITLE = ("og:title", "dc.title", "twitter:title", "headline")
_PUBLISHER = ("og:site_name", "dc.publisher", "publisher", "application-name")
_BLOCKS = {"head", "p", "item", "quote", "cell", "code", "lb"}


def read(data: bytes, where: str) -> Extracted:
    """Read a web page.

    Parameters
    ----------
    data : bytes
        The file's content.
    where : str
        The file's name for messages.

    Returns
    -------
    Extracted
        The main text, blocks divided by blank lines, with the page's headings and metadata.

    Raises
    ------
    ReportError
        If the content is not text, or the page has no main text.
    """
    charset = _CHARSET.search(data[:4096])
    decoded = decode(data, where=where, declared=charset.group(1).decode("ascii") if charset else None)
    blocks, metadata = _parse(decoded.text, where)
    text, headings = join_blocks(blocks)
    if not text:
        raise ReportError(
            "the page holds no running text",
            where=where,
            why="nothing but menus, pictures or scripts was found",
            fix="Save the report's text as .txt and give that",
        )
    return Extracted(text, "text/html", headings, metadata, decoded.notes)


def _parse(page: str, where: str) -> tuple[list[tuple[str, bool]], Mapping[str, str]]:
    import trafilatura

    # Characters XML cannot hold would stop the parser; they carry no words.
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", " ", _DECLARED_XML.sub("", page))
    try:
        tree = trafilatura.load_html(clean) if clean.strip() else None
        if tree is None:
            return [], {}
        metadata = _metadata(tree)
        document = trafilatura.bare_extraction(
            clean, include_comments=False, include_tables=True, with_metadata=False
        )
    except (Exception, RecursionError) as error:  # broken pages make the parsers raise almost anything
        raise ReportError(
            "the page cannot be read",
            where=where,
            why=str(error) or None,
            fix="Save its text as .txt and give that",
        ) from error
    body = getattr(document, "body", None)
    return (list(_blocks(body)) if body is not None else []), metadata


def _blocks(body: Any) -> Iterator[tuple[str, bool]]:
    """Paragraphs of the extracted body in order; text outside any block belongs to the one before."""
    for element in body:
        nested = [part for part in element.iter() if part.tag in _BLOCKS and part is not element]
        if nested and element.tag in {"list", "table", "row", "quote"}:
            yield from _blocks(element)
        else:
            yield re.sub(r"\s+", " ", "".join(element.itertext())), element.tag == "head"
        if element.tail and element.tail.strip():
            yield re.sub(r"\s+", " ", element.tail), False


def _metadata(tree: Any) -> dict[str, str]:
    declared: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name is None and element.tag == "time" and element.get("pubdate") is not None:
            name = "pubdate"
        value = element.get("content") or element.get("datetime")
        if name and value:
            declared.setdefault(name.strip().lower(), value.strip())
    for name, value in _linked_data(tree):
        declared.setdefault(name, value)
    title = tree.findtext(".//title")
    found = {
        "date": _first(declared, _DATE),
        "title": _first(declared, _TITLE) or (" ".join(title.split()) if title else None),
        "publisher": _first(declared, _PUBLISHER),
    }
    return {name: value for name, value in found.items() if value}


def _first(declared: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((declared[name] for name in names if declared.get(name)), None)


def _linked_data(tree: Any) -> Iterator[tuple[str, str]]:
    """Date, headline and publisher from schema.org descriptions inside the page."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if not isinstance(item, dict):
                continue
            for name in ("datePublished", "headline"):
                if isinstance(item.get(name), str):
                    yield name.lower(), item[name]
            publisher = item.get("publisher")
            if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                yield "publisher", publisher["name"]
