"""The ladder of motions with its ceiling of glass."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from game.review.standing import MotionStanding, ceiling_tier, mover, standing
from game.rules import Phase, Reason, State, bits, motion_price
from game.telling.changes import say_effects
from game.telling.messages import Value
from game.telling.reasons import say_reasons
from game.telling.voice import Voice
from game.value import frozen


@frozen
class RungMotion:
    """A motion on the ladder.

    Attributes:
        motion: its index.
        name: what it is called.
        short: the same in a word or two.
        text: what it says.
        how: how it stands for the side whose turn it is.
        price: what tabling it costs; nothing on the table, once it is carried, or closed for good.
        cost: the same in words; empty likewise.
        values: what it is worth to each side.
        worth: all that carrying it changes, in words.
        stands: how it stands, in words, with what is in its way.
        excludes: the motions that it closes, and is closed by.
        fork: what it closes, and is closed by; empty if it is no branch of a fork.
        branch: whether it is the first or another branch of a fork on its rung, in a word.
        on_table: whether it is being debated.
        exempt: whether the ceiling does not hold for it.
        moved: whether it has been carried since the position that it is compared with.
    """

    motion: int
    name: str
    short: str
    text: str
    how: MotionStanding
    price: int | None
    cost: str
    values: tuple[int, int]
    worth: str
    stands: str
    excludes: tuple[int, ...]
    fork: str
    branch: str
    on_table: bool
    exempt: bool
    moved: bool = False


@frozen
class Rung:
    """A tier of the ladder.

    Attributes:
        number: from 1, the lowest.
        name: what it is called.
        gate: what it needs of the gate track.
        gate_shut: whether that is missing.
        ceiling: what the ceiling track may be at most.
        under_glass: whether the ceiling closes it.
        needs: both in words; empty if it needs nothing.
        gate_words: what it needs of the gate track, in words.
        folded: how many of its motions are carried, in words; empty if none is.
        steps: its motions.
    """

    number: int
    name: str
    gate: int
    gate_shut: bool
    ceiling: int
    under_glass: bool
    needs: str
    gate_words: str
    folded: str
    steps: tuple[RungMotion, ...]


@frozen
class ShownLadder:
    """The ladder with its ceiling.

    Attributes:
        rungs: the lowest first.
        open_to: the highest tier that the ceiling leaves open; 0 if none.
        gate_track: what the gate track is called.
        ceiling_track: what the ceiling track is called.
        ceiling: what the ceiling is called, and what it does now, in a few words.
        ceiling_name: what it is called.
        ceiling_reason: what it does now.
        ceiling_sentence: the same as a sentence.
        ceiling_about: what it means.
        clear: whether it closes nothing.
        label: what its tiers are called, before their numbers.
        tiers: whether the tiers are told apart; if not, what can be tabled or was is all there is.
    """

    rungs: tuple[Rung, ...]
    open_to: int
    gate_track: str
    ceiling_track: str
    ceiling: str
    ceiling_name: str
    ceiling_reason: str
    ceiling_sentence: str
    ceiling_about: str
    clear: bool
    label: str
    tiers: bool = True


def ladder(voice: Voice, state: State, before: State) -> ShownLadder:
    """The ladder in a position, and what has been carried since an earlier position."""
    book, entry = voice.book, voice.scenario.ladder
    open_to = ceiling_tier(book, state)
    fresh = state.carried & ~before.carried
    clear = open_to == len(entry.tiers)
    places: dict[str, Value] = {
        "track": voice.track(entry.ceiling),
        "value": state.tracks[book.ceiling],
    }
    if clear:
        reason = voice.say("board.ceiling_clear", **places)
        sentence = voice.say("board.ceiling_clear_sentence", **places, name=entry.ceiling_name)
    else:
        lifts = entry.tiers[open_to].ceiling
        reason = voice.say("board.ceiling", **places, exempt=voice.tag(entry.exempt), lifts=lifts)
        sentence = voice.say(
            "board.ceiling_sentence",
            **places,
            name=entry.ceiling_name,
            exempt=voice.tag(entry.exempt),
            tier=open_to + 1,
        )
    return ShownLadder(
        rungs=tuple(_noted(voice, rung, state, fresh) for rung in _rungs(voice, state, open_to)),
        open_to=open_to,
        gate_track=voice.track(entry.gate),
        ceiling_track=voice.track(entry.ceiling),
        ceiling=voice.say("board.ceiling_row", name=entry.ceiling_name, reason=reason),
        ceiling_name=entry.ceiling_name,
        ceiling_reason=reason,
        ceiling_sentence=sentence,
        ceiling_about=entry.ceiling_about,
        clear=clear,
        label=voice.say("board.tiers"),
    )


def _rungs(voice: Voice, state: State, open_to: int) -> tuple[Rung, ...]:
    """All rungs, but for what is on the table and what has moved. While a motion is debated they
    mostly stand as they stood.
    """
    whose = mover(state)
    in_turn = state.phase is Phase.TURN
    hand = (state.side, *state.spent) if in_turn else None
    return voice.once(
        (
            "rungs",
            *(state.round, state.tracks, state.carried, state.barred),
            *(whose, whose == state.side, hand),
        ),
        lambda: tuple(
            _rung(voice, state, number, open_to)
            for number in range(1, len(voice.scenario.ladder.tiers) + 1)
        ),
    )


def _noted(voice: Voice, rung: Rung, state: State, fresh: int) -> Rung:
    """A rung with what is on the table and what has moved."""
    tabled = -1 if state.debate is None else state.debate.motion
    noted = {step.motion for step in rung.steps if fresh >> step.motion & 1} | {tabled}
    if not any(step.motion in noted for step in rung.steps):
        return rung
    steps = (
        evolve(step, moved=bool(fresh >> step.motion & 1)) if step.motion in noted else step
        for step in rung.steps
    )
    return evolve(
        rung,
        steps=tuple(_tabled(voice, each) if each.motion == tabled else each for each in steps),
    )


def _tabled(voice: Voice, step: RungMotion) -> RungMotion:
    """A motion as it stands on the table: nothing is in its way, and it is paid for."""
    return evolve(
        step,
        how=MotionStanding.OPEN,
        price=None,
        cost="",
        stands=voice.say("board.stands.on_table"),
        on_table=True,
    )


def _rung(voice: Voice, state: State, number: int, open_to: int) -> Rung:
    book, entry = voice.book, voice.scenario.ladder
    tier = entry.tiers[number - 1]
    steps = [
        _step(voice, state, index)
        for index, motion in enumerate(voice.scenario.motions)
        if motion.tier == number
    ]
    done = sum(step.how is MotionStanding.CARRIED for step in steps)
    needs = []
    if tier.gate > book.low[book.gate]:
        track = voice.track(entry.gate)
        needs.append(voice.say("board.needs_at_least", track=track, value=tier.gate))
    if tier.ceiling < book.high[book.ceiling]:
        track = voice.track(entry.ceiling)
        needs.append(voice.say("board.needs_at_most", track=track, value=tier.ceiling))
    return Rung(
        number=number,
        name=tier.name,
        gate=tier.gate,
        gate_shut=state.tracks[book.gate] < tier.gate,
        ceiling=tier.ceiling,
        under_glass=number > open_to,
        needs=voice.items(needs),
        gate_words=voice.say("board.gate", track=voice.track(entry.gate), value=tier.gate),
        folded=voice.say("board.folded", count=done) if done else "",
        steps=tuple(_branched(voice, steps)),
    )


def _branched(voice: Voice, steps: list[RungMotion]) -> Iterator[RungMotion]:
    """Motions of a rung; those of which only one can be carried say so."""
    for place, step in enumerate(steps):
        if place and steps[place - 1].motion in step.excludes:
            yield evolve(step, branch=voice.say("board.or"))
        elif place + 1 < len(steps) and steps[place + 1].motion in step.excludes:
            yield evolve(step, branch=voice.say("board.either"))
        else:
            yield step


def _step(voice: Voice, state: State, motion: int) -> RungMotion:
    book = voice.book
    how, reasons = standing(book, state, motion)
    done = how in (MotionStanding.CARRIED, MotionStanding.EXCLUDED)
    price = None if done else motion_price(book, state, motion)
    # It is judged for the side whose turn it is; the other may be asked for an answer.
    whose = mover(state)
    payer = "" if not reasons or whose == state.side else voice.side_short(whose)
    # From one position to the next most motions stand as they stood.
    return voice.once(
        ("step", motion, how, reasons, price, payer),
        lambda: _told(voice, motion, how, reasons, price, payer),
    )


def _told(
    voice: Voice,
    motion: int,
    how: MotionStanding,
    reasons: tuple[Reason, ...],
    price: int | None,
    payer: str,
) -> RungMotion:
    """A motion that is not on the table and has not moved, in words."""
    book, entry = voice.book, voice.scenario.motions[motion]
    stands = voice.say(f"board.stands.{how.name.lower()}")
    if how is MotionStanding.OPEN:
        stands = voice.say("board.stands.open_at", price=price or 0)
    elif reasons:
        why = voice.say("names.list.semicolon").join(say_reasons(voice, reasons, payer))
        # That a motion is barred is a reason of its own.
        barred = how is MotionStanding.BARRED
        stands = why if barred else voice.say("board.stands.because", how=stands, why=why)
    first, second = (entry.value.get(side, 0) for side in book.side_ids)
    scores = {f"{side}_score": value for side, value in entry.value.items() if value}
    return RungMotion(
        motion=motion,
        name=entry.name,
        short=entry.short,
        text=entry.text,
        how=how,
        price=price,
        cost="" if price is None else voice.say("menu.cost", price=price),
        values=(first, second),
        worth=voice.once(
            ("worth", motion), lambda: say_effects(voice, {**entry.effects, **scores})
        ),
        stands=stands,
        excludes=tuple(bits(book.excluded[motion])),
        fork=voice.once(("fork", motion), lambda: say_fork(voice, motion)),
        branch="",
        on_table=False,
        exempt=voice.scenario.ladder.exempt in entry.tags,
    )


def say_fork(voice: Voice, motion: int) -> str:
    """What a motion closes when it is carried, and is closed by; empty if it is in no fork."""
    others = tuple(bits(voice.book.excluded[motion]))
    if not others:
        return ""
    names = (voice.say("names.quoted", name=voice.motion(each)) for each in others)
    return voice.say("board.fork", motions=voice.one_of(names))
