"""Mentions to proposals: who tabled what to whom, when, with which terms, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.record.linking.again import labels, repeated, same_package
from tracktwo.record.linking.agreed import of_agreement
from tracktwo.record.linking.answered import of_answer, told_beside, told_by_answer, told_now
from tracktwo.record.linking.described import described, named_again, told_in_title
from tracktwo.record.linking.drafts import (
    Draft,
    draft_of,
    noun_of,
    ordinal_of,
    title_of,
    title_of_terms,
)
from tracktwo.record.linking.efforts import led_efforts, met_there, name_addressee
from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.mentions import MEMORY, antecedent, is_effort, is_pronoun, is_talks, points_back
from tracktwo.record.linking.names import is_person
from tracktwo.record.linking.no_package import puts_nothing, service_of
from tracktwo.record.linking.phases import opened
from tracktwo.record.linking.referring import REFERRING, STANDING, any_deal_before, is_package, is_speech
from tracktwo.record.linking.stages import OWN_STAGE, agreed_stage, moves
from tracktwo.record.linking.taking_back import speaks_of_own, stood_on, taken_back, takes_back_stance
from tracktwo.record.linking.things import thing_again
from tracktwo.record.linking.urging import urged_about
from tracktwo.record.linking.wordlists import mentions, phrases
from tracktwo.record.linking.words import bare, tidy, unique
from tracktwo.vocabulary import Act, Claim, LinkKind, Modality, Stage

_PACKAGE = 2
_UNREAL = (Modality.NEGATED, Modality.DENIED)


class ProposalBook:
    """Reads claims in order and collects proposals; ``linked`` says which claim speaks of which."""

    def __init__(self, material: Material, issues: IssueBook, ledger: Ledger) -> None:
        self.material, self.issues, self.ledger = material, issues, ledger
        self.drafts: dict[str, Draft] = {}
        self.linked: dict[str, Draft] = {}
        self.by_author: dict[str, list[Draft]] = {}
        self.efforts: dict[tuple[str, str], Draft] = {}
        self._focus: Draft | None = None
        self._here: list[Draft] = []
        self._before: list[Draft] = []
        self._phases: list[tuple[str, Draft]] = []
        self._pending: Claim | None = None
        self._names = {name for c in material.claims for name in (c.actor, c.party) if name and not c.unnamed}
        self._done: set[str] = set()
        report = None
        for claim in material.claims:
            if claim.report != report:
                self._settle_unnamed()
                self._before.extend(self._here)
                self._here, self._focus, self._phases, self._pending = [], None, [], None
                report = claim.report
            self._read(claim)
        self._settle_unnamed()
        self._drop_empty()

    def _drop_empty(self) -> None:
        """Leave out what nobody tabled, says nothing, and on which nobody is reported to stand."""
        empty = {
            key: draft
            for key, draft in self.drafts.items()
            if not (draft.terms or draft.by or any(claim.act in STANDING for claim in draft.claims))
        }
        gone = {id(draft) for draft in empty.values()}
        self.drafts = {key: draft for key, draft in self.drafts.items() if key not in empty}
        self.linked = {claim: draft for claim, draft in self.linked.items() if id(draft) not in gone}
        self.efforts = {words: draft for words, draft in self.efforts.items() if id(draft) not in gone}
        claims = {key: {claim.id for claim in draft.claims} for key, draft in empty.items()}
        self.ledger.drop(LinkKind.PROPOSAL, claims)

    def _read(self, claim: Claim) -> None:
        if claim.id in self._done:
            return
        self._done.add(claim.id)
        if claim.act in (Act.PROPOSE, Act.OFFER):
            if claim.modality in _UNREAL or service_of(claim):
                return
            if flag(claim, "about-proposal") or (
                claim.actor is None and claim.actor_text and not claim.unnamed
            ):
                self._about(claim)
            elif is_effort(claim.object) and not claim.terms:
                self._pend(claim)
            else:
                self._proposed(claim)
        elif claim.act is Act.DEMAND:
            self._demanded(claim)
        elif claim.act in REFERRING and claim.object and not is_speech(claim):
            self._referred(claim)

    # -- proposing

    def _proposed(self, claim: Claim) -> None:
        words = claim.object or ""
        together = self.material.together(claim)
        first = self.linked.get(together[0].id) if together[0] is not claim else None
        if first is not None:
            self._attach(first, claim, "the same words, of coordinated actors", words)
            return
        back = points_back(words) and not claim.terms and self._can_mean(claim, words)
        if (back and self._follow(claim, words)) or puts_nothing(claim):
            return
        if flag(claim, "agent-not-stated") and claim.actor is None and not claim.terms:
            self._pend(claim)
            return
        draft = self._added(claim) or self._repeated(claim) or self._new(claim)
        self._attach(draft, claim, f"“{tidy(claim.predicate)}”", words)
        self._take_terms(draft, claim)
        self._focus = draft
        self._settle_effort(draft)

    def _demanded(self, claim: Claim) -> None:
        """Several terms demanded at once by somebody named are a package; what "also" adds is part of it."""
        if claim.actor is None or claim.modality is not Modality.ASSERTED:
            return
        numbers = self.issues.numbers(claim)
        added = self._added(claim) if numbers else None
        if added is None and len({self.issues.of(claim, n) for n in numbers}) < _PACKAGE:
            return
        draft = added or self._repeated(claim) or self._new(claim)
        self._attach(draft, claim, f"“{tidy(claim.predicate)}”", claim.object)
        self._take_terms(draft, claim)
        self._focus = draft

    def _new(self, claim: Claim) -> Draft:
        by = claim.actor or (claim.party if claim.unnamed else None)
        noun, key, name = title_of(claim, by, is_person(by, claim.party))
        if by is None and claim.terms:
            key, name = self._by_terms(claim, key, name)
        made = draft_of(claim, by, (noun, unique(key, self.drafts), name))
        made.ordinal = ordinal_of(self.material.from_before_object(claim))
        return self._keep(made)

    def _keep(self, draft: Draft) -> Draft:
        self.drafts[draft.key] = draft
        self._here.append(draft)
        if draft.by:
            self.by_author.setdefault(draft.by, []).append(draft)
        return draft

    def _added(self, claim: Claim) -> Draft | None:
        """Return the proposal that "also" in the next sentence of the same author adds to."""
        draft = self._focus
        if (
            draft is None
            or draft.by is None
            or draft.by != claim.actor
            or not mentions(claim.quote, "adding")
        ):
            return None
        near = [s for s in self.material.starts[claim.report] if draft.claims[-1].start < s <= claim.start]
        if draft.claims[-1].report != claim.report or len(near) > 1:
            return None
        reason = f"{draft.by} proposes it in the sentence after, with a word that adds (“also”)"
        words = claim.object or claim.predicate
        return draft if self.ledger.join(LinkKind.PROPOSAL, words, draft.key, reason, (claim,)) else None

    def _repeated(self, claim: Claim) -> Draft | None:
        """Return a proposal of the same author, with the same terms, that this claim tells of again."""
        mine = self.by_author.get(claim.actor or "", ())
        again = repeated(reversed(mine), labels(self.issues, claim))
        found = again or told_now(mine, claim) or named_again(mine, claim) or told_in_title(mine, claim)
        words = claim.object or claim.predicate
        joined = found and self.ledger.join(LinkKind.PROPOSAL, words, found[0].key, found[1], (claim,))
        return found[0] if found and joined else None

    def _by_terms(self, claim: Claim, key: str, name: str) -> tuple[str, str]:
        package = {self.issues.of(claim, n): self.issues.option(claim, n) for n in self.issues.numbers(claim)}
        return title_of_terms(package, self.issues.known) if package else (key, name)

    # -- text about a proposal or about the talks -------------------------------------------------------

    def _about(self, claim: Claim) -> None:
        subject = tidy(claim.actor_text or "") or "it"
        phase = next((d for words, d in self._phases if bare(subject).lower() in words.lower()), None)
        if phase is not None or is_talks(subject):
            self._from_talks(claim, phase)
            return
        if is_effort(subject):
            draft = self.efforts.get((claim.report, bare(subject).lower()))
        else:
            draft = self._follow(claim, subject)
        if draft is None:
            return
        self._attach(draft, claim, f"says of “{subject}” what it would do", subject)
        self._focus = draft
        self._take_terms(draft, claim)

    def _from_talks(self, claim: Claim, phase: Draft | None) -> None:
        """The talks aim at a package nobody is reported to have tabled, or may lead to one."""
        if not claim.terms:
            return
        possible = phase is not None or claim.modality in (Modality.POSSIBLE, Modality.CONDITIONAL)
        self._untabled(
            claim, self.issues.numbers(claim), Stage.OUTLINED if possible else Stage.UNDER_NEGOTIATION
        )

    def _untabled(self, claim: Claim, numbers: Iterable[int], stage: Stage) -> Draft:
        package = {self.issues.of(claim, n): self.issues.option(claim, n) for n in numbers}
        key, name = title_of_terms(package, self.issues.known)
        known = same_package(
            self.drafts.values(), {issue: option.label for issue, option in package.items()}, stage
        )
        joined = known is not None and self.ledger.join(
            LinkKind.PROPOSAL, name, known.key, "the same terms, in the same negotiation", (claim,)
        )
        draft = (
            known
            if joined and known
            else self._keep(
                Draft(
                    unique(key, self.drafts),
                    name,
                    "package",
                    None,
                    None,
                    stage,
                    claim.report,
                    from_talks=True,
                )
            )
        )
        self._attach(draft, claim, "names its terms; nobody is reported to have tabled it")
        for n in numbers:
            self._add_term(draft, claim, n)
        if stage is not Stage.OUTLINED:
            self._focus = draft
        return draft

    # -- references -------------------------------------------------------------------------------------

    def _referred(self, claim: Claim) -> None:
        words = urged_about(claim)
        if takes_back_stance(claim):
            self._join(claim, words, stood_on(self._newest_first(), claim))
            return
        if claim.method.endswith(":red-line"):
            return
        if is_pronoun(words) and any_deal_before(self.material, claim):
            return
        beside = next(told_beside(self.material, claim, words), None)
        if beside is not None:
            self._read(beside)
        same = self.linked.get(beside.id) if beside is not None else None
        if same is not None:
            self._attach(same, claim, f"“{tidy(words)}” is what {same.by or 'it'} proposed")
            return
        draft = self._own(claim, words) or self._answered(claim, words)
        if draft is None and points_back(words) and self._can_mean(claim, words):
            draft = self._follow(claim, words)
        if draft is None and claim.act in STANDING:
            known = (*self._here, *self._before[-MEMORY:])
            draft = self._join(claim, words, thing_again(words, self._here) or described(words, known))
        if draft is None:
            self._settled(claim)
            return
        if claim.modality is Modality.ASSERTED and claim.act in OWN_STAGE and moves(claim, draft):
            draft.stage = OWN_STAGE[claim.act]
        elif claim.act is Act.AGREE:
            draft.stage = agreed_stage(self.material, claim, draft.stage)

    def _own(self, claim: Claim, words: str) -> Draft | None:
        """Tie a withdrawal of "its proposal" to the newest that its side made, if there is one that fits."""
        if claim.act is not Act.WITHDRAW or words.split()[0].lower() not in phrases("pronouns_of_owners"):
            return None
        return self._join(claim, words, taken_back(self._newest_first(), claim, labels(self.issues, claim)))

    def _answered(self, claim: Claim, words: str) -> Draft | None:
        """Tie an answer to the offer that it alone tells of ("rejected a pay offer from the port")."""
        told = told_by_answer(claim, words, self._names, self.by_author) if claim.act in STANDING else None
        if told is None:
            return None
        known = [d for d in self.by_author.get(told[1], ()) if d.report == claim.report and d.noun == told[0]]
        draft = known[-1] if known else self._keep(of_answer(*told, claim, self.drafts))
        self._attach(draft, claim, f"“{tidy(words)}” says whose it is", words)
        self._focus = draft
        return draft

    def _newest_first(self) -> list[Draft]:
        return [*reversed(self._here), *reversed(self._before)]

    def _join(self, claim: Claim, words: str, found: tuple[Draft, str] | None) -> Draft | None:
        """Tie a claim to the proposal found for it, unless that join stands undone."""
        if found is None:
            return None
        draft, reason = found
        if not self.ledger.join(LinkKind.PROPOSAL, tidy(words), draft.key, reason, (claim,)):
            return None
        names_it = not is_pronoun(words) and not takes_back_stance(claim)
        self._attach(draft, claim, reason, words if names_it else None)
        return draft

    def _settled(self, claim: Claim) -> None:
        """What sides agreed on, accepted or refused, and nobody is reported to have tabled, is a package."""
        numbers = self.issues.numbers(claim)
        if claim.act not in (Act.AGREE, Act.ACCEPT, Act.REJECT):
            return
        stage = agreed_stage(self.material, claim)
        first = self.linked.get(self.material.together(claim)[0].id)
        if first is not None and claim.act is Act.AGREE:
            self._attach(first, claim, "the same words, of coordinated actors")
        elif not numbers:
            agreed = of_agreement(self.material, claim, self.drafts)
            if agreed is not None:
                self._focus = self._keep(agreed)
                self._attach(agreed, claim, "agreed on, as reported; who tabled it is not", claim.object)
        elif is_package(claim) or (stage is Stage.AGREED and any(t.extent for t in claim.terms)):
            self._untabled(claim, numbers, stage)

    def _can_mean(self, claim: Claim, words: str) -> bool:
        """Whether words like "its proposal" can mean the one that is next."""
        found = antecedent(words, self._focus, self._here, self._before)
        return speaks_of_own(claim, words, found[0] if found else None)

    def _follow(self, claim: Claim, words: str) -> Draft | None:
        """Follow words back to a proposal and tie the claim to it, unless that join stands undone."""
        if self._focus is None:
            self._settle_unnamed()
        found = antecedent(words, self._focus, self._here, self._before)
        self._focus = self._join(claim, words, found) or self._focus
        return self.linked.get(claim.id) if found else None

    def _pend(self, claim: Claim) -> None:
        """Remember that something "was proposed" by nobody stated: the proposal may follow in the text."""
        self._settle_unnamed()
        self._pending = claim

    def _settle_effort(self, draft: Draft) -> None:
        """Take the next proposal by the side that leads the effort for what that effort proposed."""
        claim = self._pending
        if claim is None or claim is draft.claims[0]:
            return
        for words, leader in led_efforts(self.material, claim).items():
            if leader not in (draft.by, draft.party):
                continue
            reason = f"{leader} leads “{words}”; it is their next proposal in the report"
            claims = (claim, draft.claims[0])
            if not self.ledger.join(
                LinkKind.PROPOSAL, bare(claim.object or words), draft.key, reason, claims
            ):
                continue
            self._pending = None
            self.efforts[(claim.report, words)] = draft
            self._attach(draft, claim, reason)
            draft.ordinal = draft.ordinal or ordinal_of(words)
            met = met_there(self.material, claim, draft.party, draft.by)
            if draft.to is None and met is not None:
                self.ledger.assume(name_addressee(draft, met))
            return

    def _settle_unnamed(self) -> None:
        """What was proposed and told of no further is a proposal nobody is reported to have made."""
        claim, self._pending = self._pending, None
        if claim is not None and noun_of(claim.object) is not None:
            draft = self._new(claim)
            self._attach(draft, claim, f"“{tidy(claim.predicate)}”", claim.object)
            self._focus = self._focus or draft

    # -- terms ------------------------------------------------------------------------------------------

    def _take_terms(self, draft: Draft, claim: Claim) -> None:
        """Add a claim's terms; those behind words of a phase belong to what the proposal may lead to."""
        opens = opened(self.material, claim)
        later: list[int] = []
        for n in self.issues.numbers(claim):
            term = claim.terms[n]
            if opens is not None and term.start >= opens[1]:
                later.append(n)
            else:
                self._add_term(draft, claim, n)
        if opens is None:
            return
        if opens[0] and opens[0] not in draft.opens:
            draft.opens.append(opens[0])
        self._phases.append((opens[0], draft))
        if later:
            self._untabled(claim, later, Stage.OUTLINED)

    def _add_term(self, draft: Draft, claim: Claim, n: int) -> None:
        issue = self.issues.of(claim, n)
        option = self.issues.option(claim, n)
        draft.add_term(issue, claim, n, option)
        self.ledger.link(claim, LinkKind.OPTION, f"{issue}: {option.label}", f"“{claim.terms[n].text}”", n)

    def _attach(self, draft: Draft, claim: Claim, reason: str, alias: str | None = None) -> None:
        draft.attach(claim, alias)
        self.linked[claim.id] = draft
        self.ledger.link(claim, LinkKind.PROPOSAL, draft.key, reason)
