"""What may need a word when it occurs to somebody for the first time, as values without words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum

from attrs import field

from game.match import HUMAN, Match, Timeline
from game.rules import (
    NOBODY,
    Bar,
    Consequence,
    Kind,
    Phase,
    Rule,
    Rulebook,
    State,
    What,
    legal,
    met,
    motion_reasons,
)
from game.value import frozen


class FirstNote(Enum):
    """What occurs. The comment says which names and numbers go with it."""

    SILENCE = "silence"  # side: it lost `number` by accepting without a word
    CONTRADICTION = "contradiction"  # side: it lost `number` by contradicting its record
    FAILED = "failed"  # motion: barred until the end of round `number`
    FLOOR = "floor"  # side: it got `number` for the last word
    OBJECTIVE = "objective"  # objective: it holds since a moment ago
    REACHED = "reached"  # nothing: the score of whoever decides is `number`, which is what it needs
    CHOICE = "choice"  # headline that asks
    MOTION = "motion"  # motion on the table, to be replied to
    ANSWER = "answer"  # nothing: the last argument can be answered
    DANGER = "danger"  # track that can end the game: it is near, at `number`
    ORDER = "order"  # side: it has a second turn in a row, the first one of round `number`
    HEADLINE = "headline"  # headline on the wire
    MOOD = "mood"  # value that the hour speaks to
    CEILING = "ceiling"  # motion that the ceiling closes
    FORK = "fork"  # motion that can be tabled, and `other` that it would close


@frozen
class Occurrence:
    """Something that occurs to whoever decides now.

    Attributes:
        note: what.
        subject: the id that goes with it; may be empty.
        number: the number that goes with it.
        other: a second id.
    """

    note: FirstNote
    subject: str = ""
    number: int = 0
    other: str = field(default="", kw_only=True)

    def stands(self, book: Rulebook, then: State, now: State) -> bool:
        """Whether a word on it is still true in a later position."""
        scenario = book.scenario
        match self.note:
            case FirstNote.DANGER:
                track = book.track_ids.index(self.subject)
            case FirstNote.CEILING:
                track = book.track_ids.index(scenario.ladder.ceiling)
            case FirstNote.REACHED:
                track = book.score[then.side]
            case FirstNote.MOOD:
                return then.mood == now.mood
            case FirstNote.HEADLINE:
                return then.wire == now.wire
            case FirstNote.MOTION | FirstNote.ANSWER:
                return now.debate is not None
            case _:
                return True
        return then.tracks[track] == now.tracks[track]


_COSTS = {
    Rule.SILENCE: FirstNote.SILENCE,
    Rule.CONTRADICTION: FirstNote.CONTRADICTION,
    Rule.FLOOR: FirstNote.FLOOR,
}


def new_to(match: Match, seen: Collection[str]) -> Occurrence | None:
    """What occurs for the first time ever to the person who decides now; nothing if nothing does,
    or if no person decides.

    Args:
        match: the match.
        seen: the names of the notes that were made before.
    """
    line = match.tree.timeline
    side = line.state.side
    if match.read_only or side == NOBODY or match.seats[side] != HUMAN:
        return None
    since = line.turn_before(len(line.decisions)) or 0
    return next((each for each in occurring(line, since) if each.note.value not in seen), None)


def occurring(line: Timeline, since: int) -> Iterator[Occurrence]:
    """All that occurs in the last position of a line of play, what just happened first.

    Args:
        line: the line of play; a side decides in it.
        since: after how many decisions whoever decides saw the table last.
    """
    for consequences in line.consequences[since:]:
        for each in consequences:
            yield from _happened(each)
    yield from _objectives(line, since)
    yield from _score(line, since)
    state = line.state
    match state.phase:
        case Phase.EVENT:
            yield Occurrence(FirstNote.CHOICE, line.book.scenario.headlines[state.wire].id)
        case Phase.REPLY:
            assert state.debate is not None  # that is what is replied to
            yield Occurrence(FirstNote.MOTION, line.book.motion_ids[state.debate.motion])
            yield from _answer(line)
        case Phase.FLOOR:
            yield from _answer(line)
        case Phase.TURN:
            yield from _turn(line)


def _happened(it: Consequence) -> Iterator[Occurrence]:
    rule = it.cause.rule
    if it.what is What.TRACK and rule in _COSTS and it.amount:
        yield Occurrence(_COSTS[rule], it.side, it.amount)
    elif it.what is What.BARRED and rule in (Rule.DECLINE, Rule.WALK_OUT, Rule.WITHDRAW):
        yield Occurrence(FirstNote.FAILED, it.subject, it.after)


def _objectives(line: Timeline, since: int) -> Iterator[Occurrence]:
    """Those of whoever decides that hold now and did not before."""
    before, now = met(line.book, line.states[since]), met(line.book, line.state)
    own = line.book.side_ids[line.state.side]
    objectives = zip(line.book.scenario.objectives, before, now, strict=True)
    for objective, then, still in objectives:
        if still and not then and objective.side == own:
            yield Occurrence(FirstNote.OBJECTIVE, objective.id)


def _score(line: Timeline, since: int) -> Iterator[Occurrence]:
    """The score of whoever decides, if it has come to what it needs."""
    book, side = line.book, line.state.side
    score, needed = book.score[side], book.threshold[side]
    if line.states[since].tracks[score] < needed <= line.state.tracks[score]:
        yield Occurrence(FirstNote.REACHED, number=line.state.tracks[score])


def _answer(line: Timeline) -> Iterator[Occurrence]:
    decisions = legal(line.book, line.state)
    if any(each.kind in (Kind.REBUT, Kind.REJOIN) for each in decisions):
        yield Occurrence(FirstNote.ANSWER)


def _turn(line: Timeline) -> Iterator[Occurrence]:
    """What a side should know of a position in which it has its turn."""
    book, state = line.book, line.state
    scenario = book.scenario
    for index, track in enumerate(scenario.tracks):
        least = None if track.danger is None else track.danger.at_least
        if track.collapse is not None and least is not None and state.tracks[index] >= least:
            yield Occurrence(FirstNote.DANGER, track.id, state.tracks[index])
    if state.turn == 0 and state.round > 1:  # then it had the last turn of the round before
        yield Occurrence(FirstNote.ORDER, book.side_ids[state.side], state.round)
    if state.wire >= 0:
        yield Occurrence(FirstNote.HEADLINE, scenario.headlines[state.wire].id)
    if state.mood >= 0:
        yield Occurrence(FirstNote.MOOD, scenario.values[state.mood].id)
    closed: dict[str, set[Bar]] = {
        motion.id: {reason.bar for reason in motion_reasons(book, state, index)}
        for index, motion in enumerate(scenario.motions)
    }
    for name, bars in closed.items():
        if Bar.CEILING in bars:
            yield Occurrence(FirstNote.CEILING, name)
            break
    for motion in scenario.motions:
        open_ = [each for each in motion.excludes if Bar.EXCLUDED not in closed[each]]
        if open_ and not closed[motion.id]:
            yield Occurrence(FirstNote.FORK, motion.id, other=open_[0])
            break
