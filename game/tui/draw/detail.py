"""What a choice means before it is taken, and what has changed after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from textual.content import Content

from game.review.lines import SpokenLine
from game.rules import Cause, Decision, Kind, Rule, State
from game.telling.board.ladder import say_fork
from game.telling.changes import Told, say_cause
from game.telling.menu import Item
from game.telling.preview import dearer, motion_facts, preview
from game.telling.voice import Voice
from game.tui.draw.styles import BAD, DIM, QUOTED, STRONG, WARN, Part, say


def draw_item(
    voice: Voice,
    state: State,
    item: Item,
    said: Sequence[SpokenLine | None] = (),
    *,
    refused: bool = False,
    answer: str = "",
) -> list[Content]:
    """An item of the menu, as rows: what would be said with it and its certain consequences, or
    why it is closed; that stands out if it has just been refused.

    Args:
        voice: who tells it.
        state: the position.
        item: the item.
        said: what was said with each decision before.
        refused: whether the item has just been refused.
        answer: how the other side is going to answer; empty if that is not known.
    """
    rows: list[Content] = [say((item.label, STRONG))]
    rows += [say((answer, STRONG))] if answer else []
    style = f"bold {BAD} reverse" if refused else STRONG
    rows += [say((voice.say("table.not_now"), style))] if refused else []
    rows.extend(say((voice.say("table.shut", reason=reason), style)) for reason in item.closed)
    if item.decision is not None and item.open:
        return [*rows, *_open(voice, state, item.decision, said)]
    if item.motion >= 0:
        about, tags, cost, worth = motion_facts(voice, state, item.motion)
        fork = say_fork(voice, item.motion)
        rows += [say(worth), say(cost)]
        if item.open:
            ready = voice.items(backing.label for backing in item.backings if backing.open)
            rows.append(say((voice.say("table.enter"), DIM), " ", ready))
        rows += [say(each) for each in (fork, about) if each]
        rows.append(say((tags, DIM)))
    elif item.note:
        rows.append(say(item.note))
        if item.decision is not None and item.decision.kind is Kind.ACT:
            why = dearer(voice, state, item.decision.subject)
            rows += [say(why)] if why else []
    return rows


def _open(
    voice: Voice, state: State, decision: Decision, said: Sequence[SpokenLine | None]
) -> list[Content]:
    """What comes of it first: who can answer, what is said, and what it pays; then what follows in
    any case. Of an act it is what follows, and last what it is.
    """
    seen = preview(voice, state, decision, said)
    # Nothing weighs more than that all is lost with it: it stands above the fold.
    fatal = [each for each in seen.certain if each.rule is Rule.COLLAPSE]
    lost = [say((row.plain, f"{STRONG} {WARN}")) for row in draw_told(fatal)]
    told = tuple(each for each in seen.certain if each not in fatal)
    certain = _certain(voice, told, _own(voice, state, decision)) if told or not lost else []
    about = [say((seen.about, QUOTED))] if seen.about else []
    then = [say(line) for line in seen.then]
    if decision.kind not in ARGUED:  # what comes after it is no consequence of it
        because = [say(line) for line in seen.because]
        return [*lost, *certain[:1], *because, *certain[1:], *then, *about]
    return [*lost, *then[:1], *about, *then[1:], *certain]


ARGUED = {Kind.TABLE, Kind.REBUT, Kind.REJOIN, Kind.STOP}
"""What a debate goes on from."""

_REFUSALS = {
    Kind.DECLINE: Rule.DECLINE,
    Kind.WALK_OUT: Rule.WALK_OUT,
    Kind.WITHDRAW: Rule.WITHDRAW,
}


def _own(voice: Voice, state: State, decision: Decision) -> frozenset[str]:
    """The causes, in words, that say no more than that this decision is taken."""
    book = voice.book
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
    return frozenset(say_cause(voice, cause) for cause in causes)


def _certain(voice: Voice, told: tuple[Told, ...], own: frozenset[str]) -> list[Content]:
    """What follows in any case: what the decision itself changes first, without its cause; last
    what only goes on a record.
    """
    first = list(takewhile(lambda each: each.why in own, told))
    rows = draw_told(sorted(told[len(first) :], key=lambda each: each.rule is Rule.STAND))
    certain = voice.say("table.certain")
    if first:
        changes = voice.items(change for each in first for change in each.changes)
        return [say((certain, DIM), " ", (changes, STRONG)), *rows]
    return [say((certain if rows else voice.say("table.certain_nothing"), DIM)), *rows]


def draw_told(told: Iterable[Told], said: str = "") -> list[Content]:
    """Consequences, one row for each cause: the changes first, then why.

    A cause that says no more than what was ``said`` already is left out.
    """
    return [say("• ", (", ".join(each.changes), STRONG), *_because(each, said)) for each in told]


def _because(told: Told, said: str) -> tuple[Part, ...]:
    cited = f" {told.source}" if told.source else ""
    known = bool(said.strip()) and (told.why in said or said in told.why)
    why = "" if known or not told.why else f" – {told.why}"
    return ((why + cited, DIM),)
