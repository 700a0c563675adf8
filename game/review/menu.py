"""What a position offers, as a person is shown it: every decision, and what cannot be done now
together with the reason.

``legal`` says what can be chosen. The menu adds what belongs to the same question but is closed,
and puts it last.
"""

from __future__ import annotations

from attrs import frozen

from game.review.words import say_decision, say_effects, say_reason
from game.rules import (
    Bar,
    Decision,
    Kind,
    Phase,
    Reason,
    Rulebook,
    State,
    act_price,
    bits,
    legal,
    motion_price,
    motion_reasons,
    support_reasons,
    why_not,
)


@frozen
class Item:
    """One line of the menu.

    Attributes:
        label: what it is.
        note: what it costs or brings, short; may be empty.
        decision: what choosing it decides; nothing for a motion, which is chosen with an argument.
        motion: the index of the motion that it is about, or -1.
        closed: what stands in the way; empty if it can be chosen.
        backings: for a motion, the arguments that it can be tabled with.
    """

    label: str
    note: str = ""
    decision: Decision | None = None
    motion: int = -1
    closed: tuple[str, ...] = ()
    backings: tuple[Item, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it can be chosen now."""
        return not self.closed


@frozen
class Section:
    """Items under a common heading.

    Attributes:
        title: the heading; may be empty.
        items: what stands under it.
        closed: whether the heading says already why none of its items can be chosen.
    """

    title: str
    items: tuple[Item, ...]
    closed: bool = False


def menu(book: Rulebook, state: State) -> tuple[Section, ...]:
    """The menu of a position; empty when no side decides."""
    if state.phase is Phase.TURN:
        return _turn(book, state)
    if state.phase in (Phase.REPLY, Phase.FLOOR):
        return _reply(book, state)
    if state.phase in (Phase.DRAW, Phase.END):
        return ()
    return (Section("", tuple(_plain(book, state, each) for each in legal(book, state))),)


def _plain(book: Rulebook, state: State, decision: Decision) -> Item:
    note = ""
    if decision.kind is Kind.CHOOSE:
        choice = book.scenario.headlines[state.wire].choice
        note = say_effects(book, choice.options[decision.subject].effects) if choice else ""
    return Item(say_decision(book, state, decision), note, decision)


def _turn(book: Rulebook, state: State) -> tuple[Section, ...]:
    """What can be done comes first: motions, acts, home; then the motions that are closed."""
    motions = [_motion(book, state, index) for index in range(len(book.motion_ids))]
    motions.sort(key=lambda item: book.scenario.motions[item.motion].tier)
    acts = tuple(_act(book, state, decision) for _, decision in book.acts[state.side])
    consult = book.scenario.consult
    gain = f"capital +{consult.capital}, up to {consult.arguments} spent arguments back"
    home = Item(say_decision(book, state, book.consult), gain, book.consult)
    sections = (
        Section("Table a motion", tuple(item for item in motions if item.open)),
        Section("Act alone, at once", acts),
        Section("Or stay at home", (home,)),
        Section("Closed motions", tuple(item for item in motions if item.closed)),
    )
    return tuple(section for section in sections if section.items)


def _motion(book: Rulebook, state: State, index: int) -> Item:
    motion = book.scenario.motions[index]
    reasons = motion_reasons(book, state, index) or support_reasons(book, state, index)
    price = motion_price(book, state, index)
    return Item(
        motion.name,
        "" if state.carried >> index & 1 else f"cost {price}",
        motion=index,
        closed=_words(book, reasons),
        backings=tuple(
            Item(
                book.scenario.arguments[decision.backing].name,
                decision=decision,
                motion=index,
                closed=_words(book, why_not(book, state, decision)),
            )
            for _, decision in book.tablings[index]
            if book.held[state.side] >> decision.backing & 1
        ),
    )


def _act(book: Rulebook, state: State, decision: Decision) -> Item:
    act = book.scenario.acts[decision.subject]
    price = act_price(book, state, decision.subject)
    return Item(
        act.name,
        f"cost {price}: {say_effects(book, act.effects)}",
        decision,
        closed=_words(book, why_not(book, state, decision)),
    )


def _reply(book: Rulebook, state: State) -> tuple[Section, ...]:
    """The plain answers, then all arguments held: open ones first, those that never fit last."""
    first, debate = state.phase is Phase.REPLY, state.debate
    assert debate is not None  # there is something to answer
    plain = (book.accept, book.decline_it) if first else (book.stop,)
    answers = book.rebuts if first else book.rejoins
    fitting: list[Item] = []
    foreign: list[Item] = []
    for argument in bits(book.held[state.side]):
        decision = answers[argument]
        reasons = why_not(book, state, decision)
        never = tuple(each for each in reasons if each.bar is Bar.ATTACK)
        name = book.scenario.arguments[argument].name
        item = Item(name, "", decision, closed=_words(book, never or reasons))
        (foreign if never else fitting).append(item)
    fitting.sort(key=lambda item: not item.open)
    attacked = book.scenario.arguments[debate.chain[-1]].name
    sections = (
        Section("", tuple(_plain(book, state, each) for each in plain)),
        Section("Rebut the opening argument with" if first else "Rejoin with", tuple(fitting)),
        Section(f"No answer to {attacked}", tuple(foreign), closed=True),
    )
    return tuple(section for section in sections if section.items)


def _words(book: Rulebook, reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(say_reason(book, reason) for reason in reasons)
