"""What a choice means before it is taken, and what has changed after."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from textual.content import Content

from game.review.menu import Item
from game.review.preview import motion_facts, preview
from game.review.words import Told, say_cause
from game.rules import Cause, Decision, Kind, Rule, Rulebook, State
from game.tui.draw.ink import BAD, DIM, GOOD, STRONG, Part, lines, say


def draw_item(book: Rulebook, state: State, item: Item, *, refused: bool = False) -> Content:
    """An item of the menu: its certain consequences, or why it is closed; that stands out if it
    has just been refused.
    """
    rows: list[Content] = [say((item.label, STRONG))]
    style = f"bold {BAD} reverse" if refused else BAD
    rows.extend(say((f"✗ {_sentence(reason)}", style)) for reason in item.closed)
    if item.decision is not None and item.open:
        seen = preview(book, state, item.decision)
        rows.extend(_certain(seen.certain, _own(book, state, item.decision)))
        rows.extend(say(line) for line in seen.then)
        if seen.about:
            rows.append(say((seen.about, f"italic {DIM}")))
        return lines(rows)
    if item.motion >= 0:
        rows.extend(say(line) for line in motion_facts(book, state, item.motion))
    if item.motion >= 0 and item.open:
        ready = [backing.label for backing in item.backings if backing.open]
        rows.append(say(("Enter: choose its argument – ", GOOD), ", ".join(ready)))
    elif item.note:
        rows.append(say(item.note))
    return lines(rows)


_REFUSALS = {
    Kind.DECLINE: Rule.DECLINE,
    Kind.WALK_OUT: Rule.WALK_OUT,
    Kind.WITHDRAW: Rule.WITHDRAW,
}


def _own(book: Rulebook, state: State, decision: Decision) -> frozenset[str]:
    """The causes, in words, that say no more than that this decision is taken."""
    kind, subject = decision.kind, decision.subject
    causes = [Cause(Rule.CONSULT, "")]
    if kind is Kind.ACT:
        causes += [Cause(rule, book.act_ids[subject]) for rule in (Rule.ACT_COST, Rule.ACT)]
    elif kind is Kind.TABLE:
        causes.append(Cause(Rule.TABLE, book.motion_ids[subject]))
        causes.append(Cause(Rule.ARGUE, book.argument_ids[decision.backing]))
    elif kind in (Kind.REBUT, Kind.REJOIN):
        causes.append(Cause(Rule.ARGUE, book.argument_ids[subject]))
    elif kind is Kind.CHOOSE:
        rule = (Rule.CHOICE_A, Rule.CHOICE_B)[subject]
        causes.append(Cause(rule, book.headline_ids[state.wire]))
    elif kind in _REFUSALS and state.debate is not None:
        causes.append(Cause(_REFUSALS[kind], book.motion_ids[state.debate.motion]))
    return frozenset(say_cause(book, cause) for cause in causes)


def _certain(told: tuple[Told, ...], own: frozenset[str]) -> list[Content]:
    """What follows in any case: what the decision itself changes first, without its cause."""
    first = list(takewhile(lambda each: each.why in own, told))
    rows = draw_told(told[len(first) :])
    if first:
        changes = ", ".join(change for each in first for change in each.changes)
        return [say(("Certain: ", DIM), (changes, STRONG)), *rows]
    return [say(("Certain:" if rows else "Certain: no number changes", DIM)), *rows]


def draw_told(told: Iterable[Told], said: str = "") -> list[Content]:
    """Consequences, one row for each cause: the changes first, then why.

    A cause that says no more than what was ``said`` already is left out.
    """
    return [say("• ", (", ".join(each.changes), STRONG), *_because(each, said)) for each in told]


def _because(told: Told, said: str) -> tuple[Part, ...]:
    cited = f" {told.source}" if told.source else ""
    why = f" – {told.why}" if not said or said not in told.why else ""
    return ((why + cited, DIM),)


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
