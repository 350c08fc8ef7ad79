"""GraphML: a folder with one file a network, as most programs read only the first graph of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tracktwo.interop.cells import visible
from tracktwo.interop.exported import Exported
from tracktwo.interop.folders import folder, write
from tracktwo.interop.networks import Edge, Network, Node, networks
from tracktwo.interop.statements import statements

_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("party", "node", "string"),
    ("weight", "edge", "double"),
    ("normalised", "edge", "double"),
    ("agreement", "edge", "boolean"),
    ("claims", "edge", "string"),
)


def export(exported: Exported, out: Path) -> tuple[Path, ...]:
    """Write affiliation, congruence and conflict into the folder ``out``; return the files."""
    place = folder(out)
    return tuple(
        write(place / f"{network.name}.graphml", lines(network)) for network in networks(statements(exported))
    )


def lines(network: Network) -> Iterator[str]:
    """Yield a network as GraphML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, of, kind in _KEYS:
        yield f'  <key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield f'  <graph id="{network.name}" edgedefault="undirected">\n'
    for node in network.nodes:
        yield _node(node)
    for number, edge in enumerate(network.edges):
        yield _edge(number, edge)
    yield "  </graph>\n</graphml>\n"


def _node(node: Node) -> str:
    data = {"name": node.name, "kind": node.kind, "party": node.party}
    return f"    <node id={quoteattr(node.key)}>{_data(data)}</node>\n"


def _edge(number: int, edge: Edge) -> str:
    agreement = None if edge.agreement is None else str(edge.agreement).lower()
    data = {
        "weight": repr(edge.weight),
        "normalised": None if edge.normalised is None else repr(edge.normalised),
        "agreement": agreement,
        "claims": " ".join(edge.claims),
    }
    return f'    <edge id="e{number}" source="{edge.source}" target="{edge.target}">{_data(data)}</edge>\n'


def _data(values: dict[str, str | None]) -> str:
    return "".join(
        f'<data key="{name}">{escape(visible(value))}</data>'
        for name, value in values.items()
        if value is not None
    )
