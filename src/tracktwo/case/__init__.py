"""The negotiation as a model: drafted from the record, kept in a YAML file that its user edits.

`draft` arranges what the record links as a `Case`; `save` writes it, keeping the user's edits; `load` reads
it or names every error with line and column; `check` says what a sound case still leaves open.
"""

from tracktwo.case.actors import actor_key, actor_name, actors
from tracktwo.case.check import Problem, check
from tracktwo.case.draft import draft
from tracktwo.case.load import load, loads
from tracktwo.case.merge import Conflict
from tracktwo.case.model import (
    Approval,
    Case,
    CaseParty,
    CaseRedLine,
    Judgement,
    Places,
    Verdict,
)
from tracktwo.case.rules import Rule, RuleKind, rule_text
from tracktwo.case.values import (
    ActorValues,
    Combination,
    MoneyIssue,
    Phase,
    Span,
    ValueBasis,
    ValueCondition,
)
from tracktwo.case.write import Saved, case_hash, save, to_text, write

__all__ = [
    "ActorValues",
    "Approval",
    "Case",
    "CaseParty",
    "CaseRedLine",
    "Combination",
    "Conflict",
    "Judgement",
    "MoneyIssue",
    "Phase",
    "Places",
    "Problem",
    "Rule",
    "RuleKind",
    "Saved",
    "Span",
    "ValueBasis",
    "ValueCondition",
    "Verdict",
    "actor_key",
    "actor_name",
    "actors",
    "case_hash",
    "check",
    "draft",
    "load",
    "loads",
    "rule_text",
    "save",
    "to_text",
    "write",
]
