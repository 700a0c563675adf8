"""What a position offers, as a person is shown it: every decision, and what cannot be done now
together with the reason.

``legal`` says what can be chosen. The menu adds what belongs to the same question but is closed,
and puts it last.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from game.rules import (
    Bar,
    Decision,
    Kind,
    Phase,
    Reason,
    Rule,
    State,
    act_price,
    bits,
    legal,
    motion_price,
    motion_reasons,
    play,
    support_reasons,
    why_not,
)
from game.telling.changes import say_effects
from game.telling.decisions import say_decision
from game.telling.reasons import ever_shorter, kind_of, say_reasons
from game.telling.voice import Voice
from game.value import frozen


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
        briefly: the first of what stands in the way, in fewer and fewer words.
        bar: of which kind that is; nothing if it can be chosen.
        ends: that it ends the game at once, for all; empty if it does not.
        short: its name where there is little room; empty if it has but one.
        notes: the note, in fewer and fewer words.
    """

    label: str
    note: str = ""
    decision: Decision | None = None
    motion: int = -1
    closed: tuple[str, ...] = ()
    backings: tuple[Item, ...] = ()
    briefly: tuple[str, ...] = ()
    bar: Bar | None = None
    ends: str = ""
    short: str = ""
    notes: tuple[str, ...] = ()

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
        folded: where it is so, a line that stands for all of them; it decides nothing.
        short: the heading where there is little room; empty if it has but one.
    """

    title: str
    items: tuple[Item, ...]
    closed: bool = False
    folded: Item | None = None
    short: str = ""


def menu(voice: Voice, state: State) -> tuple[Section, ...]:
    """The menu of a position; empty when no side decides."""
    if state.phase is Phase.TURN:
        return _turn(voice, state)
    if state.phase in (Phase.REPLY, Phase.FLOOR):
        return _reply(voice, state)
    if state.phase in (Phase.DRAW, Phase.END):
        return ()
    return (Section("", tuple(_plain(voice, state, each) for each in legal(voice.book, state))),)


def backings(voice: Voice, motion: Item) -> Section:
    """The arguments that a motion of the menu can be tabled with."""
    title, short = (
        voice.say("menu.back_with", motion=each) for each in (motion.label, motion.short)
    )
    return Section(title, motion.backings, short=short)


def _plain(voice: Voice, state: State, decision: Decision) -> Item:
    note = ""
    if decision.kind is Kind.CHOOSE:
        choice = voice.scenario.headlines[state.wire].choice
        note = say_effects(voice, choice.options[decision.subject].effects) if choice else ""
    return Item(
        say_decision(voice, state, decision), note, decision, ends=_ends(voice, state, decision)
    )


def _ends(voice: Voice, state: State, decision: Decision) -> str:
    """That all is lost with a legal decision; empty if it is not."""
    _, consequences = play(voice.book, state, decision)
    lost = any(each.cause.rule is Rule.COLLAPSE for each in consequences)
    return voice.say("menu.ends") if lost else ""


def _turn(voice: Voice, state: State) -> tuple[Section, ...]:
    """What can be done comes first: motions, acts, home; then the motions that are closed."""
    book, scenario = voice.book, voice.scenario
    motions = [_motion(voice, state, index) for index in range(len(book.motion_ids))]
    motions.sort(key=lambda item: scenario.motions[item.motion].tier)
    acts = tuple(_act(voice, state, decision) for _, decision in book.acts[state.side])
    consult = scenario.consult
    gain = voice.say("menu.home", capital=consult.capital, arguments=consult.arguments)
    briefly = voice.say("menu.home_brief", capital=consult.capital)
    home = Item(
        say_decision(voice, state, book.consult),
        gain,
        book.consult,
        ends=_ends(voice, state, book.consult),
        notes=(gain, briefly, voice.say("menu.home_least", capital=consult.capital)),
    )
    sections = (
        Section(voice.say("menu.table"), tuple(item for item in motions if item.open)),
        Section(voice.say("menu.act"), acts),
        Section(voice.say("menu.consult"), (home,)),
        Section(voice.say("menu.closed"), tuple(item for item in motions if item.closed)),
    )
    return tuple(section for section in sections if section.items)


def _motion(voice: Voice, state: State, index: int) -> Item:
    book = voice.book
    reasons = motion_reasons(book, state, index) or support_reasons(book, state, index)
    price = motion_price(book, state, index)
    backing = [
        (
            decision,
            _shut(
                voice,
                why_not(book, state, decision),
                Item(
                    voice.argument(decision.backing),
                    _note(voice, state, decision.backing),
                    decision=decision,
                    motion=index,
                ),
            ),
        )
        for _, decision in book.tablings[index]
        if book.held[state.side] >> decision.backing & 1
    ]
    note = "" if state.carried >> index & 1 else voice.say("menu.cost", price=price)
    ready = [decision.backing for decision, item in backing if item.open]
    # Whatever it is backed with, its own side has said otherwise.
    breaks = note and ready and all(_breaks(voice, state, each) for each in ready)
    notes = _costs_and_breaks(voice, price) if breaks else (note,)
    item = Item(
        voice.motion(index),
        notes[0],
        motion=index,
        backings=tuple(item for _, item in backing),
        short=voice.motion_briefly(index),
        notes=notes,
    )
    return _shut(voice, reasons, item)


def _costs_and_breaks(voice: Voice, price: int) -> tuple[str, ...]:
    """What something costs that contradicts its side, and the same in fewer words."""
    return (
        voice.say("menu.cost_breaks", price=price),
        voice.say("menu.cost_breaks_brief", price=price),
    )


def _shut(voice: Voice, reasons: Sequence[Reason], item: Item) -> Item:
    """An item with what stands in its way, if anything does."""
    if not reasons:
        return item
    return evolve(
        item,
        closed=say_reasons(voice, reasons),
        briefly=ever_shorter(voice, reasons),
        bar=kind_of(reasons[0]),
    )


def _act(voice: Voice, state: State, decision: Decision) -> Item:
    act = voice.scenario.acts[decision.subject]
    price, effects = act_price(voice.book, state, decision.subject), say_effects(voice, act.effects)
    breaks = voice.book.act_contradicts[decision.subject] & state.record[state.side]
    key = "menu.act_cost_breaks" if breaks else "menu.act_cost"
    note = voice.say(key, price=price, effects=effects)
    if reasons := why_not(voice.book, state, decision):
        return _shut(voice, reasons, Item(act.name, note, decision))
    costs = _costs_and_breaks(voice, price) if breaks else (voice.say("menu.cost", price=price),)
    ends = _ends(voice, state, decision)
    return Item(act.name, note, decision, ends=ends, notes=(note, *costs))


def _reply(voice: Voice, state: State) -> tuple[Section, ...]:
    """The plain answers, then all arguments held: open ones first, those that never fit last."""
    book, debate = voice.book, state.debate
    first = state.phase is Phase.REPLY
    assert debate is not None  # there is something to answer
    plain = (book.accept, book.decline_it) if first else (book.stop,)
    answers = book.rebuts if first else book.rejoins
    fitting: list[Item] = []
    foreign: list[Item] = []
    for argument in bits(book.held[state.side]):
        decision = answers[argument]
        reasons = why_not(book, state, decision)
        never = tuple(each for each in reasons if each.bar is Bar.ATTACK)
        item = _shut(
            voice,
            never or reasons,
            Item(voice.argument(argument), _note(voice, state, argument), decision),
        )
        (foreign if never else fitting).append(item)
    fitting.sort(key=lambda item: not item.open)
    attacked = voice.argument(debate.chain[-1])
    sections = (
        Section("", tuple(_plain(voice, state, each) for each in plain)),
        Section(voice.say("menu.rebut" if first else "menu.rejoin"), tuple(fitting)),
        Section(
            voice.say("menu.no_answer", argument=attacked),
            tuple(foreign),
            closed=True,
            folded=Item(
                voice.say("menu.no_answers", count=len(foreign), argument=attacked),
                voice.say("menu.opens", arguments=voice.items(each.label for each in foreign)),
            ),
        ),
    )
    return tuple(section for section in sections if section.items)


def _note(voice: Voice, state: State, argument: int) -> str:
    """That it contradicts what its side has on record, which costs it; else that it speaks to the
    hour; empty if it does neither, or if that brings nothing.
    """
    book = voice.book
    if _breaks(voice, state, argument):
        return voice.say("menu.breaks")
    if state.mood < 0 or book.hour.appeals[argument] != state.mood:
        return ""
    return voice.say("menu.hour") if book.hour.floor or book.mood_answers else ""


def _breaks(voice: Voice, state: State, argument: int) -> bool:
    """Whether an argument contradicts what the side that decides has on record."""
    return bool(voice.book.argument_contradicts[argument] & state.record[state.side])
