"""The shared tracks, with their dangers and what the sides want of them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from game.review.standing import in_danger
from game.rules import State, holds
from game.scenario.model import Track
from game.scenario.terms import Condition
from game.telling.voice import Voice
from game.value import frozen


class Nearness(Enum):
    """How dangerous a track stands."""

    NONE = ""
    NEAR = "!"
    """It stands where the scenario calls it dangerous."""
    LAST = "!!"
    """One step more and it ends the game."""


@frozen
class Tick:
    """A place on a track that a side wants it to reach or to stay below.

    Attributes:
        side: whose objective it is.
        at: the value.
        at_most: whether it has to stand there or lower; else there or higher.
        met: whether it does.
    """

    side: int
    at: int
    at_most: bool
    met: bool


@frozen
class Gauge:
    """A shared track.

    Attributes:
        name: what it is called.
        subject: whose it is.
        value: where it stands.
        low: where it begins.
        top: where it ends: where it ends the game, if it can.
        ends: whether it ends the game there.
        of: its value and top in words.
        danger: how dangerous that is.
        limits: from which value on, or up to which, it is dangerous.
        marks: after how many steps from where it begins danger begins, or ends.
        warning: what the scenario says of the danger; empty if there is none now.
        about: what the track means.
        ticks: what the sides want of it.
        moved: by how much it has moved lately.
        opens: whether it opens the tiers of the ladder.
    """

    name: str
    subject: str
    value: int
    low: int
    top: int
    ends: bool
    of: str
    danger: Nearness
    limits: tuple[int, ...]
    marks: tuple[int, ...]
    warning: str
    about: str
    ticks: tuple[Tick, ...]
    moved: int = 0
    opens: bool = False


def gauges(voice: Voice, state: State, before: State) -> tuple[Gauge, ...]:
    """The shared tracks, and how they have moved since an earlier position."""
    return voice.once(
        ("gauges", state.tracks, state.carried, state.round, before.tracks),
        lambda: tuple(_gauges(voice, state, before)),
    )


def _gauges(voice: Voice, state: State, before: State) -> Iterator[Gauge]:
    for index, track in enumerate(voice.scenario.tracks):
        value = state.tracks[index]
        end = None if track.collapse is None else track.collapse.at
        top = track.max if end is None else end
        danger = Nearness.NONE
        if in_danger(track, value):
            last = end is not None and value >= end - 1
            danger = Nearness.LAST if last else Nearness.NEAR
        warned = danger is not Nearness.NONE and track.danger is not None
        yield Gauge(
            name=track.name,
            subject=track.subject,
            value=value,
            low=track.min,
            top=top,
            ends=end is not None,
            of=voice.say("board.of", value=value, top=top),
            danger=danger,
            limits=_limits(track),
            marks=_marks(track),
            warning=track.danger.text if warned and track.danger is not None else "",
            about=track.about,
            ticks=tuple(_ticks(voice, state, track.id)),
            moved=value - before.tracks[index],
            opens=index == voice.book.gate,
        )


def _limits(track: Track) -> tuple[int, ...]:
    if track.danger is None:
        return ()
    limits = (track.danger.at_least, track.danger.at_most)
    return tuple(limit for limit in limits if limit is not None)


def _marks(track: Track) -> tuple[int, ...]:
    danger = track.danger
    if danger is None:
        return ()
    found = [] if danger.at_most is None else [danger.at_most - track.min]
    found += [] if danger.at_least is None else [danger.at_least - 1 - track.min]
    return tuple(found)


def _ticks(voice: Voice, state: State, track: str) -> Iterator[Tick]:
    for objective in voice.scenario.objectives:
        side = voice.book.side_ids.index(objective.side)
        for condition in objective.when:
            if condition.track != track:
                continue
            done = _holds(voice, state, (condition,))
            if condition.at_least is not None:
                yield Tick(side, condition.at_least, at_most=False, met=done)
            if condition.at_most is not None:
                yield Tick(side, condition.at_most, at_most=True, met=done)


def _holds(voice: Voice, state: State, conditions: tuple[Condition, ...]) -> bool:
    clause = voice.book.clause(conditions)
    return holds(clause, state.tracks, state.carried, state.round)
