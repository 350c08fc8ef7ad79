"""Made-up domains written in every odd but legal way, each with what its deals are worth by hand."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

WORDS = (
    "half a year",
    "Zürich",
    "salt & pepper",
    "1.0",
    "1",
    "“all”",
    "no",
    "<5",
    "déjà vu",
    "10%",
    "x y",
    "-3",
)
TITLES = ("Land", "Prix & coûts", "Days", "Water", "Who pays?", "Öl")
Worth = Callable[[tuple[str, ...]], float]


@dataclass
class Made:
    """A drawn domain: names and options of the issues in GENIUS's order, and each party's utility by hand."""

    issues: list[tuple[str, list[str]]]
    worths: list[Worth]
    floors: list[float]


def escaped(rng: random.Random, text: str) -> str:
    """Return text as an attribute may hold it: bare ampersands are common, bare < in values are not."""
    amp = "&" if rng.random() < 0.5 else "&amp;"
    return text.replace("&", amp).replace("<", "&lt;").replace('"', "&quot;")


def padded(rng: random.Random, text: str) -> str:
    return text + rng.choice(["", "", " ", "  "])


@dataclass
class Issue:
    """One issue with its written index, its options, and how each party evaluates it."""

    title: str
    index: int
    kind: str
    options: list[str]
    written: list[str]
    evaluations: list[list[Fraction]]
    numbers: list[Fraction]
    shapes: list[str]


def discrete(rng: random.Random, title: str, index: int, parties: int) -> Issue:
    options = rng.sample(WORDS, rng.randint(1, 4))
    raw = [
        [Fraction(rng.randint(0, 9)) if rng.random() < 0.9 else Fraction(0) for _ in options]
        for _ in range(parties)
    ]
    texts, values = [], []
    for row in raw:
        top = max(row)
        texts.append(" ".join(str(v) if rng.random() < 0.5 else f"{float(v)}" for v in row))
        values.append([v / top if top else Fraction(0) for v in row])
    return Issue(title, index, "discrete", options, texts, values, [], [])


def integer(rng: random.Random, title: str, index: int, parties: int) -> Issue:
    low = rng.randint(-3, 5)
    numbers = [Fraction(low + k) for k in range(rng.randint(1, 4))]
    values, shapes = [], []
    for _ in range(parties):
        slope, offset = Fraction(rng.randint(-8, 8), 10), Fraction(rng.randint(-2, 12), 10)
        shapes.append(f'<evaluator ftype="linear" slope="{float(slope)}" offset="{float(offset)}"/>')
        values.append([min(max(slope * (v - low) + offset, Fraction(0)), Fraction(1)) for v in numbers])
    return Issue(title, index, "integer", [str(n) for n in numbers], [], values, numbers, shapes)


def genius_issue(rng: random.Random, issue: Issue, party: int | None) -> str:
    kind = rng.choice(["type", "vtype", "etype"])
    said = f'{kind}="{issue.kind}"' if issue.kind == "integer" or rng.random() < 0.6 else ""
    title = escaped(rng, issue.title)
    glue = rng.choice([" ", ""])
    head = f'<issue index="{issue.index}"{glue}name="{title}" {said}'
    if issue.kind == "integer":
        low, high = issue.options[0], issue.options[-1]
        bounds = f'lowerbound="{low}"{glue}upperbound="{high}"'
        inside = "" if party is None else issue.shapes[party]
        if rng.random() < 0.5:
            return f"{head} {bounds}>{inside}</issue>"
        return f"{head}><range {bounds}></range>{inside}</issue>"
    items = []
    for k, option in enumerate(issue.options):
        worth = "" if party is None else f'{glue}evaluation="{issue.written[party].split()[k]}"'
        extra = rng.choice(["", ' description="a & b"', ' cost="3.0"'])
        item = f'<item index="{k + 1}" value="{escaped(rng, padded(rng, option))}"{worth}{extra}'
        items.append(item + rng.choice(["/>", "></item>", " />"]))
    if rng.random() < 0.3:
        items.append(items[0])  # a value written twice
    return f"{head}>{''.join(items)}</issue>"


def genius_tree(
    rng: random.Random, issues: list[Issue], party: int | None, weights: list[Fraction] | None
) -> str:
    """Return the objectives: the first issues one level deeper, as GENIUS orders them."""
    deep = len(issues) // 2 if rng.random() < 0.6 else 0
    inner, outer = issues[:deep], issues[deep:]

    def level(held: list[Issue]) -> str:
        parts = [genius_issue(rng, issue, party) for issue in held]
        if weights is not None:
            parts += [f'<weight index="{i.index}" value="{float(weights[issues.index(i)])}"/>' for i in held]
        return "\n".join(parts)

    below = ""
    if inner:
        weight = "" if weights is None else '<weight index="90" value="0.123">\n</weight>'
        below = f'<objective index="90" name="inner" type="objective">{level(inner)}</objective>{weight}'
    body = level(outer) + below if rng.random() < 0.5 else below + level(outer)
    return f'<objective index="0" name="all" etype="objective">{body}</objective>'


def dressed(rng: random.Random, text: str) -> bytes:
    """Return a file's bytes with comments and text before the declaration, in some encoding."""
    head = rng.choice(
        [
            "",
            "<?xml version='1.0' encoding='UTF-8'?>\n",
            "<!-- <issue> a comment & more -->\n",
            "made by hand\n",
        ]
    )
    if head and rng.random() < 0.5:
        head += "<?xml version='1.0'?>\n"
    whole = head + text.replace("</objective>", "</objective><!-- done -->", 1)
    return whole.encode(rng.choice(["utf-8", "utf-8-sig", "cp1252"]))


def genius(rng: random.Random, folder: Path) -> Made:
    parties, start = rng.randint(1, 3), rng.choice([0, 1, 2])
    titles = rng.sample(TITLES, rng.randint(1, 4))
    makers = [integer if rng.random() < 0.35 else discrete for _ in titles]
    issues = [
        make(rng, t, start + n, parties) for n, (t, make) in enumerate(zip(titles, makers, strict=True))
    ]
    tree = genius_tree(rng, issues, None, None)
    count = rng.choice([0, len(issues), 99])
    domain = f"<utility_space number_of_issues='{count}'>{tree}</utility_space>"
    wrapped = f"<negotiation_template>{domain}</negotiation_template>"
    (folder / "the_domain.xml").write_bytes(dressed(rng, wrapped))
    (folder / "pareto.xml").write_bytes(b"<pareto><bid index='1'><issue>x</issue></bid></pareto>")
    worths: list[Worth] = []
    floors = []
    for party in range(parties):
        weights = [Fraction(rng.randint(0, 60), 100) for _ in issues]
        floor = rng.choice([None, "0.25", " 0.5", "1e-1"])
        tail = "" if floor is None else f'<reservation value="{floor}"/>'
        tail += rng.choice(
            [
                "",
                '<discount_factor value="s"/>',
                '<discount_factor value="0.8"/>',
                "<discount_factor value='0'/>",
            ]
        )
        kind = rng.choice(["", ' type="UNCERTAIN"', " number_of_issues='0'"])
        body = genius_tree(rng, issues, party, weights)
        (folder / f"side{party + 1}.xml").write_bytes(
            dressed(rng, f"<utility_space{kind}>{body}{tail}</utility_space>")
        )
        floors.append(float(floor) if floor else 0.0)

        def worth(deal: tuple[str, ...], w: list[Fraction] = weights, p: int = party) -> float:
            total = sum(
                weight * issue.evaluations[p][issue.options.index(option)]
                for weight, issue, option in zip(w, issues, deal, strict=True)
            )
            return float(min(total, 1))

        worths.append(worth)
    return Made([(issue.title, issue.options) for issue in issues], worths, floors)


def rectangles(rng: random.Random, folder: Path) -> Made:
    """Hyper-rectangles over integer issues; GENIUS takes EXCLUDES as "outside of all these together"."""
    count, start = rng.randint(1, 3), rng.choice([0, 1, 2])
    lows = [rng.randint(0, 2) for _ in range(count)]
    highs = [low + rng.randint(1, 4) for low in lows]
    tree = "<objective index='0' name='all'>" + "".join(
        f'<issue index="{start + n}" name="i{n}" type="integer" lowerbound="{lo}" upperbound="{hi}"/>'
        for n, (lo, hi) in enumerate(zip(lows, highs, strict=True))
    )
    wrapped = (
        f"<negotiation_template><utility_space>{tree}</objective></utility_space></negotiation_template>"
    )
    (folder / "domain.xml").write_bytes(dressed(rng, wrapped))
    worths: list[Worth] = []
    for party in range(2):
        boxes = []
        most = rng.choice([10, 25])
        for _ in range(rng.randint(1, 5)):
            kind = rng.choice(["INCLUDES", "INCLUDES", "EXCLUDES", ""])
            bounds = {
                n: sorted((rng.randint(-1, 6), rng.randint(-1, 6)))
                for n in rng.sample(range(count), rng.randint(1, count))
            }
            boxes.append((kind, bounds if kind else {}, rng.randint(1, 9), rng.choice([None, 2])))
        written = "".join(
            f'<hyperRectangle utility="{u}" {"" if w is None else "weight=" + str(w)}>'
            + "".join(f'<{kind} index="{start + n}" min="{a}" max="{b}"/>' for n, (a, b) in bounds.items())
            + "</hyperRectangle>"
            for kind, bounds, u, w in boxes
        )
        function = f'<ufun type="PlainUfun" aggregation="sum">{written}</ufun>'
        body = f'{tree}<utility maxutility="{most}.0">{function}</utility></objective>'
        text = f'<utility_space type="nonlinear">{body}<reservation value="0.1"/></utility_space>'
        (folder / f"side{party}.xml").write_bytes(dressed(rng, text))

        def worth(deal: tuple[str, ...], held: list = boxes, most: int = most) -> float:
            total = 0.0
            for kind, bounds, utility, weight in held:
                inside = all(a <= int(deal[n]) <= b for n, (a, b) in bounds.items())
                holds = not kind or (inside if kind == "INCLUDES" else not inside)
                total += utility * (weight or 1) * holds
            return min(total / most, 1.0)

        worths.append(worth)
    issues = [
        (f"i{n}", [str(k) for k in range(lo, hi + 1)])
        for n, (lo, hi) in enumerate(zip(lows, highs, strict=True))
    ]
    return Made(issues, worths, [0.1, 0.1])


def bar_ilan(rng: random.Random, folder: Path) -> Made:
    issues = [discrete(rng, title, n + 1, 2) for n, title in enumerate(rng.sample(TITLES, 2))]
    raw = [[[Fraction(rng.randint(-50, 50)) for _ in i.options] for _ in range(2)] for i in issues]
    for issue, rows in zip(issues, raw, strict=True):
        issue.written = [" ".join(str(v) for v in row) for row in rows]
    tree = genius_tree(rng, issues, None, None)
    wrapped = f"<negotiation_template><utility_space>{tree}</utility_space></negotiation_template>"
    (folder / "Domain.xml").write_bytes(dressed(rng, wrapped))
    worths: list[Worth] = []
    for party in range(2):
        weights = [Fraction(rng.randint(0, 90), 100) for _ in issues]
        times = rng.choice([1, 5])
        tail = f'<weightmultiplyer value="{times}"/><reservation value="-7"/>'
        tail += '<optout value="3"/><timeeffect value="-2"/>'
        text = f"<utility_space>{genius_tree(rng, issues, party, weights)}{tail}</utility_space>"
        (folder / f"side{party}.xml").write_bytes(dressed(rng, text))

        def worth(
            deal: tuple[str, ...], w: list[Fraction] = weights, p: int = party, m: int = times
        ) -> float:
            rows = zip(w, issues, raw, deal, strict=True)
            return float(m * sum(x * held[p][issue.options.index(o)] for x, issue, held, o in rows))

        worths.append(worth)
    return Made([(issue.title, issue.options) for issue in issues], worths, [-7.0, -7.0])


def geniusweb(rng: random.Random, folder: Path) -> Made:
    parties = rng.randint(1, 3)
    titles = rng.sample(TITLES, rng.randint(1, 3))
    specs: dict[str, dict[str, object]] = {}
    options: dict[str, list[str]] = {}
    for title in titles:
        if rng.random() < 0.4:
            low, step, count = (
                rng.randint(-2, 3),
                rng.choice([Fraction(1, 2), Fraction(1), Fraction(1, 4)]),
                rng.randint(1, 4),
            )
            numbers = [low + step * k for k in range(count)]
            texts = [str(n.numerator) if n.denominator == 1 else str(float(n)) for n in numbers]
            bounds = [float(numbers[0]), float(numbers[-1]), float(step)]
            specs[title] = {"range": rng.choice([bounds, [str(b) for b in bounds]])}
            options[title] = texts
        else:
            options[title] = rng.sample(WORDS, rng.randint(1, 4))
            specs[title] = {"values": options[title]}
    domain = {"name": "d", "issuesValues": specs}
    separate = rng.random() < 0.6
    if separate:
        (folder / "d.json").write_text(json.dumps(domain, ensure_ascii=rng.random() < 0.5), encoding="utf-8")
    (folder / "specials.json").write_text(json.dumps({"size": 3, "nash": {"bid": {}}}), encoding="utf-8")
    worths: list[Worth] = []
    floors = []
    for party in range(parties):
        tables: dict[str, dict[str, Fraction]] = {}
        written: dict[str, object] = {}
        for title in titles:
            if "range" in specs[title]:
                a, b = Fraction(rng.randint(0, 10), 10), Fraction(rng.randint(0, 10), 10)
                low, high = Fraction(options[title][0]), Fraction(options[title][-1])
                ends = {
                    "lowValue": float(low),
                    "lowUtility": float(a),
                    "highValue": float(high),
                    "highUtility": float(b),
                }
                span = high - low
                tables[title] = {
                    o: a + (Fraction(o) - low) * (b - a) / span if span else a for o in options[title]
                }
                written[title] = {rng.choice(["NumberValueSetUtilities", "numberutils"]): ends}
            else:
                held = {o: Fraction(rng.randint(0, 100), 100) for o in options[title] if rng.random() < 0.8}
                tables[title] = {o: held.get(o, Fraction(0)) for o in options[title]}
                inner = {"valueUtilities": {o: float(u) for o, u in held.items()}}
                written[title] = {rng.choice(["DiscreteValueSetUtilities", "discreteutils"]): inner}
        cuts = sorted(rng.randint(0, 20) for _ in titles[1:])
        shares = [Fraction(b - a, 20) for a, b in zip([0, *cuts], [*cuts, 20], strict=True)]
        bid = (
            {t: rng.choice(options[t]) for t in titles if rng.random() < 0.8} if rng.random() < 0.5 else None
        )
        weight = dict(zip(titles, shares, strict=True))
        body = {
            "domain": domain,
            "name": f"p{party}",
            "issueUtilities": written,
            "issueWeights": {t: float(w) for t, w in weight.items()},
            "reservationBid": None if bid is None else {"issuevalues": bid},
        }
        whole = {"LinearAdditiveUtilitySpace": body} if rng.random() < 0.7 else body
        (folder / f"p{party}.json").write_text(json.dumps(whole), encoding="utf-8")
        floors.append(float(sum((weight[t] * tables[t][o] for t, o in (bid or {}).items()), Fraction(0))))

        def worth(deal: tuple[str, ...], w: dict = weight, t: dict = tables) -> float:
            return float(sum(w[title] * t[title][o] for title, o in zip(titles, deal, strict=True)))

        worths.append(worth)
    return Made([(title, options[title]) for title in titles], worths, floors)


def negolog(rng: random.Random, folder: Path) -> Made:
    titles = rng.sample(TITLES, rng.randint(1, 4))
    options = {title: rng.sample(WORDS, rng.randint(1, 4)) for title in titles}
    worths: list[Worth] = []
    floors = []
    for party, name in enumerate("AB"):
        weight = {t: rng.randint(0, 50) / 100 for t in titles}
        tables = {t: {o: rng.randint(0, 100) / 100 for o in options[t]} for t in titles}
        floor = rng.choice([0, 0.3])
        turned = {t: dict(reversed(list(tables[t].items()))) if party else tables[t] for t in titles}
        content = {"reservationValue": floor, "issueWeights": weight, "issues": turned}
        (folder / f"profile{name}.json").write_text(json.dumps(content), encoding="utf-8")
        floors.append(float(floor))

        def worth(deal: tuple[str, ...], w: dict = weight, t: dict = tables) -> float:
            return min(sum(w[title] * t[title][o] for title, o in zip(titles, deal, strict=True)), 1.0)

        worths.append(worth)
    (folder / "specs.json").write_text(json.dumps({"Nash": 1.0}), encoding="utf-8")
    return Made([(title, options[title]) for title in titles], worths, floors)


KINDS = {f.__name__: f for f in (genius, rectangles, bar_ilan, geniusweb, negolog)}
