"""The same proposal told of again: by its terms, by its author, by who takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.issues import IssueBook
from tracktwo.vocabulary import Claim, Stage


def labels(issues: IssueBook, claim: Claim) -> dict[str, str]:
    """Return the option of each issue that a claim's terms name."""
    return {issues.of(claim, n): issues.option(claim, n).label for n in issues.numbers(claim)}


def package_labels(draft: Draft) -> dict[str, str]:
    """Return the option of each issue of a draft."""
    return {issue: option.label for issue, option in draft.package().items()}


def repeated(known: Iterable[Draft], options: Mapping[str, str]) -> tuple[Draft, str] | None:
    """Return the proposal whose terms agree wherever both say something, and the reason."""
    for draft in known:
        package = package_labels(draft)
        shared = set(package) & set(options)
        if shared and all(package[i] == options[i] for i in shared):
            told = ", ".join(sorted(package.values()))
            return draft, f"{draft.by} is reported to have proposed the same ({told})"
    return None


def same_package(known: Iterable[Draft], options: Mapping[str, str], stage: Stage) -> Draft | None:
    """Return the package with exactly these terms, two at least, that is as far or not as far outlined."""
    outlined = stage is Stage.OUTLINED
    for draft in known:
        if (
            len(options) > 1
            and (draft.stage is Stage.OUTLINED) == outlined
            and package_labels(draft) == options
        ):
            return draft
    return None
