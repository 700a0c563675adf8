"""What is kept of a match: integers and ids, from which every figure is worked out later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import field

from game.balance.behaviour import ways_of
from game.opponents.doctrine.deeds import Done, act_deeds, deeds_of
from game.rules import (
    Decision,
    Kind,
    Phase,
    Rulebook,
    State,
    bits,
    legal,
    verdict,
)
from game.value import frozen

Pair = tuple[int, int]
"""A number for each side."""

Past = Sequence[tuple[State, Decision]]

ANSWERS: Final = (Kind.ACCEPT, Kind.DECLINE, Kind.REBUT)


@frozen
class Tabling:
    """A motion that was brought to the table.

    Attributes:
        motion: its id.
        side: who tabled it.
        gate: the track that opens the ladder, as it stood.
        answerable: whether the other side had a legal answer.
        reply: what it did: ``accept``, ``decline`` or ``rebut``.
        carried: whether the motion was carried.
        end: the decision that ended the debate, by its kind; empty if the game ended before.
        slights: how often the other side had been refused or pressed by who tabled it, whichever
            was more often, since who tabled it last signed a motion of the other's.
    """

    motion: str
    side: int
    gate: int
    answerable: bool
    reply: str
    carried: bool
    end: str = ""
    slights: int = 0

    @property
    def signed(self) -> bool:
        """Whether the other side let it pass."""
        return self.end in _SIGNING


_SIGNING: Final = (Kind.ACCEPT.value, Kind.YIELD.value)
_REFUSING: Final = (Kind.DECLINE, Kind.WALK_OUT)


@frozen
class Facts:
    """A match that is over.

    Attributes:
        seats: per side who played.
        seed: what Chance and the players drew from.
        variant: the variant of the start; empty for the standard one.
        verdict: the name of the ending.
        payoffs: per side, in hundredths.
        final: per side the final score, objectives included.
        collapsed: the tracks that ended the game.
        rounds: in which round it ended.
        decisions: how many decisions were taken, Chance's included.
        choices: how many of them were a side's, and between two or more.
        situation: the situation that it began in; empty if there was none.
        carried: the motions that were carried in play, in their order.
        tabled: the motions that were tabled, in their order.
        headlines: those that were drawn, in their order.
        scores: per round that was finished the scores at its end.
        tracks: the shared tracks at the end.
        kinds: by kind how many decisions of the sides were of it.
        offered: by what could be chosen, such as ``act:ID``, how often it could.
        taken: and how often it was.
        shifts: choices between arguments that were looked at twice over; how many of them the
            mood moved towards itself; and how many another seed did.
        ways: per side, of its decisions between two or more, by a way of behaving how many were so.
    """

    seats: tuple[str, str]
    seed: int
    variant: str
    verdict: str
    payoffs: Pair
    final: Pair
    collapsed: tuple[str, ...]
    rounds: int
    decisions: int
    choices: int
    situation: str
    carried: tuple[str, ...]
    tabled: tuple[Tabling, ...]
    headlines: tuple[str, ...]
    scores: tuple[Pair, ...]
    tracks: tuple[int, ...]
    kinds: Mapping[str, int]
    offered: Mapping[str, int]
    taken: Mapping[str, int]
    shifts: tuple[int, int, int] = (0, 0, 0)
    ways: tuple[Mapping[str, int], Mapping[str, int]] = field(factory=lambda: ({}, {}))

    @property
    def turns(self) -> int:
        """How many turns were taken."""
        return sum(self.kinds.get(kind.value, 0) for kind in (Kind.CONSULT, Kind.ACT, Kind.TABLE))

    def count(self, *kinds: Kind) -> int:
        """How many decisions were of some kinds."""
        return sum(self.kinds.get(kind.value, 0) for kind in kinds)


def facts(
    book: Rulebook,
    seats: tuple[str, str],
    seed: int,
    past: Past,
    end: State,
    shifts: tuple[int, int, int] = (0, 0, 0),
) -> Facts:
    """What is kept of a match, from its positions and decisions and the position at its end."""
    offered, taken, kinds = Counter[str](), Counter[str](), Counter[str]()
    ways = (Counter[str](), Counter[str]())
    done: tuple[Done, ...] = ()
    choices = 0
    for state, decision in past:
        if state.phase is Phase.DRAW:
            continue
        options = legal(book, state)
        if len(options) > 1:
            choices += 1
            ways[state.side].update(ways_of(book, state, decision, done))
        done += tuple(Done(state.side, each, state.round) for each in deeds_of(book, decision))
        kinds[decision.kind.value] += 1
        offered.update({name for each in options for name in _names(book, state, each)})
        taken.update(_names(book, state, decision))
    after = [*(state for state, _ in past[1:]), end]
    carried, scores = [], []
    first, second = book.score
    for (state, _), new in zip(past, after, strict=True):
        carried += [book.motion_ids[each] for each in bits(new.carried & ~state.carried)]
        if new.round > state.round:
            scores.append((new.tracks[first], new.tracks[second]))
    ending = verdict(book, end)
    if not ending.collapsed:
        scores.append((end.tracks[first], end.tracks[second]))
    return Facts(
        seats=seats,
        seed=seed,
        variant=book.variant or "",
        verdict=ending.name,
        payoffs=ending.payoffs,
        final=ending.final,
        collapsed=ending.collapsed,
        rounds=end.round,
        decisions=len(past),
        choices=choices,
        situation="" if end.situation < 0 else book.hour.situation_ids[end.situation],
        carried=tuple(carried),
        tabled=tuple(_tablings(book, past, after)),
        headlines=tuple(
            book.headline_ids[decision.subject]
            for _, decision in past
            if decision.kind is Kind.DRAW and decision.subject >= 0
        ),
        scores=tuple(scores),
        tracks=end.tracks[: book.shared],
        kinds=_sorted(kinds),
        offered=_sorted(offered),
        taken=_sorted(taken),
        shifts=shifts,
        ways=(_sorted(ways[0]), _sorted(ways[1])),
    )


def _sorted(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items()))


def _names(book: Rulebook, state: State, decision: Decision) -> tuple[str, ...]:
    """What of the scenario a decision makes use of."""
    kind = decision.kind
    if kind is Kind.ACT:
        return (f"act:{book.act_ids[decision.subject]}",)
    if kind is Kind.TABLE:
        motion, argument = book.motion_ids[decision.subject], book.argument_ids[decision.backing]
        return f"motion:{motion}", f"argument:{argument}"
    if kind in (Kind.REBUT, Kind.REJOIN):
        return (f"argument:{book.argument_ids[decision.subject]}",)
    if kind is Kind.CHOOSE:
        return (f"option:{book.headline_ids[state.wire]}/{decision.text.rpartition(':')[2]}",)
    return ()


def _tablings(book: Rulebook, past: Past, after: Sequence[State]) -> list[Tabling]:
    found = []
    refused, pressed = [0, 0], [0, 0]
    for place, (state, decision) in enumerate(past):
        side = state.side
        if decision.kind.value in _SIGNING:
            refused[side] = pressed[side] = 0
        elif decision.kind in _REFUSING:
            refused[side] += 1
        elif decision.kind is Kind.ACT:
            pressed[side] += "pressed" in act_deeds(book, decision.subject)
        if decision.kind is not Kind.TABLE:
            continue
        if place + 1 == len(past):
            break  # the game ended over it
        reply, answer = past[place + 1]
        ended = next(
            (at for at in range(place + 1, len(past)) if after[at].debate is None), len(past) - 1
        )
        over = after[ended]
        found.append(
            Tabling(
                motion=book.motion_ids[decision.subject],
                side=side,
                gate=reply.tracks[book.gate],
                answerable=any(each.kind is Kind.REBUT for each in legal(book, reply)),
                reply=answer.kind.value,
                carried=bool(over.carried >> decision.subject & 1),
                end="" if over.debate is not None else past[ended][1].kind.value,
                slights=max(refused[side], pressed[side]),
            )
        )
    return found
