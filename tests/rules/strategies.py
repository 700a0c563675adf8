"""Positions for Hypothesis: some reached by play, some put together at will."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from game.rules import NOBODY, DebateState, Phase, Rulebook, State, advance, start
from tests.books import rulebook
from tests.examples import examples
from tests.rules.games import TASTES, pick

many = examples(60)
"""For the properties that most depends on."""

DEBATING = (Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.CONCEDE)


@st.composite
def reached(draw: st.DrawFn) -> State:
    """A position that some decisions lead to from a start."""
    book = rulebook(draw(st.sampled_from([None, "easy"])))
    taste = TASTES[draw(st.sampled_from(sorted(TASTES)))]
    random = Random(draw(st.integers(0, 2**16)))
    state = start(book)
    for _ in range(draw(st.integers(0, 70))):
        if state.phase is Phase.END:
            break
        state = advance(book, state, pick(random, book, state, taste))
    return state


@st.composite
def made(draw: st.DrawFn) -> State:
    """A position put together: whatever the rules allow to stand side by side, likely or not."""
    book = rulebook()
    phase = draw(st.sampled_from([each for each in Phase if each is not Phase.END]))
    ends = dict(book.collapses)
    tracks = tuple(
        draw(st.integers(low, ends.get(index, high + 1) - 1))
        for index, (low, high) in enumerate(zip(book.low, book.high, strict=True))
    )
    round_ = draw(st.integers(2 if phase is Phase.EVENT else 1, book.rounds))
    turn = 0 if phase in (Phase.EVENT, Phase.DRAW) else draw(st.integers(0, 1))
    mover = (round_ + 1 + turn) % 2
    carried = book.carried_at_start | draw(st.integers(0, book.in_play))
    spent = [draw(_some_of(book.held[side])) for side in (0, 1)]
    debate = None
    side = mover
    if phase in DEBATING:
        debate = draw(_debates(book, mover, phase))
        carried &= ~(1 << debate.motion)
        for place, argument in enumerate(debate.chain):
            player = mover if place % 2 == 0 else 1 - mover
            spent[player] = [*(each for each in spent[player] if each != argument), argument]
        if phase in (Phase.REPLY, Phase.YIELD):
            side = 1 - mover
        elif phase is Phase.FLOOR:
            side = mover if len(debate.chain) % 2 == 0 else 1 - mover
    wire = draw(_wires(book, phase))
    drawn = draw(st.integers(0, (1 << len(book.headline_ids)) - 1))
    if wire >= 0:
        drawn |= 1 << wire
        side = book.headline_side[wire] if phase is Phase.EVENT else side
    barred = draw(
        st.dictionaries(
            st.integers(0, len(book.motion_ids) - 1), st.integers(round_, round_ + 1), max_size=4
        )
    )
    return State(
        round=round_,
        phase=phase,
        side=NOBODY if phase is Phase.DRAW else side,
        turn=turn,
        tracks=tracks,
        carried=carried,
        barred=tuple(sorted((m, until) for m, until in barred.items() if not carried >> m & 1)),
        spent=(tuple(spent[0]), tuple(spent[1])),
        record=(_within(draw, book.held[0]), _within(draw, book.held[1])),
        drawn=drawn,
        wire=wire,
        used=tuple(draw(st.integers(0, 3)) for _ in book.act_ids),
        debate=debate,
    )


def _within(draw: st.DrawFn, mask: int) -> int:
    return draw(st.integers(0, mask)) & mask


def _some_of(mask: int) -> st.SearchStrategy[list[int]]:
    names = [index for index in range(mask.bit_length()) if mask >> index & 1]
    return st.lists(st.sampled_from(names), unique=True, max_size=len(names))


@st.composite
def _debates(draw: st.DrawFn, book: Rulebook, speaker: int, phase: Phase) -> DebateState:
    """A motion on the table with a chain of arguments, each of which attacks the one before."""
    length = {
        Phase.REPLY: st.just(1),
        Phase.FLOOR: st.integers(2, book.longest),
        # Who stopped did not play the last argument: the respondent after 3 or 5 of them.
        Phase.YIELD: st.sampled_from(range(3, book.longest + 1, 2)),
        Phase.CONCEDE: st.sampled_from(range(2, book.longest + 1, 2)),
    }[phase]
    wanted = draw(length)
    motion = draw(
        st.sampled_from([m for m in range(len(book.motion_ids)) if book.in_play >> m & 1])
    )
    hands = [[*range(len(book.argument_ids))] for _ in (0, 1)]
    chain: list[int] = []
    for place in range(wanted):
        player = speaker if place % 2 == 0 else 1 - speaker
        hand = [each for each in hands[player] if book.held[player] >> each & 1]
        fitting = (
            [each for each in hand if book.supports[motion] >> each & 1]
            if not chain
            else [each for each, _ in book.answers[chain[-1]] if each in hand]
        )
        argument = draw(st.sampled_from(fitting or hand))
        hands[player].remove(argument)
        chain.append(argument)
    return DebateState(motion, speaker, tuple(chain))


@st.composite
def _wires(draw: st.DrawFn, book: Rulebook, phase: Phase) -> int:
    if phase is Phase.EVENT:
        choices = [index for index, side in enumerate(book.headline_side) if side >= 0]
        return draw(st.sampled_from(choices))
    quiet = [index for index, flash in enumerate(book.headline_flash) if not flash]
    return draw(st.sampled_from([-1, *quiet]))


positions = st.one_of(reached(), made())
"""A position of the shipped scenario; those reached may be over."""

deciding = positions.filter(lambda state: state.phase is not Phase.END)
"""A position in which there is something to decide."""
