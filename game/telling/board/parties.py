"""The two sides: scores, capital, hands, objectives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from game.rules import Kind, Phase, State, legal, met, ready, verdict
from game.scenario.model import Objective
from game.telling.conditions import say_conditions, say_present
from game.telling.voice import Voice
from game.value import frozen

ANSWERING = (Phase.REPLY, Phase.FLOOR)
"""When a side may answer the last argument."""


@frozen
class Card:
    """An argument in a side's hand.

    Attributes:
        argument: its index.
        name: what it is called.
        short: the same in a word.
        case: what it says when nothing better is known.
        ready: whether it can be played.
        on_record: whether it stands on the side's record.
        back: of spent ones, which comes back first: 1, 2 ...; 0 if it is ready.
        answers: whether the side, which decides, can answer the last argument with it.
    """

    argument: int
    name: str
    short: str
    case: str
    ready: bool
    on_record: bool
    back: int
    answers: bool = False


@frozen
class Goal:
    """An objective of a side.

    Attributes:
        name: what it is called.
        target: what has to hold, in words.
        short: its target and points.
        points: what it is worth.
        met: whether it holds now.
        present: how that stands now which it asks for, in words.
        sentence: all of it.
    """

    name: str
    target: str
    short: str
    points: int
    met: bool
    present: str
    sentence: str


@frozen
class Party:
    """A side at the table.

    Attributes:
        side: its index.
        name: its name.
        short: the same in a word.
        seat: who sits there.
        color: its colour in the scenario.
        decides: whether it is to decide.
        goal: what its score is called.
        goal_short: the same in a word.
        score: its score.
        threshold: what it needs.
        bonus: what its objectives would add if it ended now.
        capital: its capital.
        capital_low: the least it can have.
        capital_top: the most it can have.
        now: what its objectives would add, in words.
        standing: score, threshold and bonus in words.
        purse: its capital in words.
        purse_brief: the same without how much it can be.
        score_name: what its score is called, with whose it is.
        capital_name: what its capital is called, likewise.
        hand: how many of its arguments are ready, in words.
        answering: whether it is asked to answer the last argument.
        cards: its arguments.
        goals: its objectives.
        score_moved: by how much its score has moved lately.
        capital_moved: by how much its capital has.
        aims: whether what it needs in the end is shown with its score.
    """

    side: int
    name: str
    short: str
    seat: str
    color: str
    decides: bool
    goal: str
    goal_short: str
    score: int
    threshold: int
    bonus: int
    capital: int
    capital_low: int
    capital_top: int
    now: str
    standing: str
    purse: str
    purse_brief: str
    score_name: str
    capital_name: str
    hand: str
    answering: bool
    cards: tuple[Card, ...]
    goals: tuple[Goal, ...]
    score_moved: int = 0
    capital_moved: int = 0
    aims: bool = True

    @property
    def ready(self) -> int:
        """How many of its arguments are ready."""
        return sum(card.ready for card in self.cards)

    @property
    def succeeds(self) -> bool:
        """Whether it would reach its threshold if it ended now."""
        return self.score + self.bonus >= self.threshold


def party(voice: Voice, state: State, side: int, seat: str, before: State) -> Party:
    """A side with whoever sits there, and how its numbers have moved since an earlier position."""
    book = voice.book
    cards = _cards(voice, state, side)
    entry = voice.scenario.sides[side]
    goals = voice.once(
        ("goals", side, state.tracks, state.carried, state.round),
        lambda: tuple(_goals(voice, state, side)),
    )
    score, capital = state.tracks[book.score[side]], state.tracks[book.capital[side]]
    over = state.phase is Phase.END
    if over:
        bonus = verdict(book, state).final[side] - score
    else:
        bonus = sum(goal.points for goal in goals if goal.met)
    return Party(
        side=side,
        name=entry.name,
        short=entry.short,
        seat=seat,
        color=entry.color,
        decides=state.side == side,
        goal=entry.goal,
        goal_short=entry.goal_short,
        score=score,
        threshold=book.threshold[side],
        bonus=bonus,
        capital=capital,
        capital_low=book.low[book.capital[side]],
        capital_top=entry.capital.max,
        now=voice.say("board.now_over" if over else "board.now", bonus=voice.signed(bonus)),
        standing=voice.say(
            "board.standing_over" if over else "board.standing",
            goal=entry.goal,
            score=score,
            threshold=book.threshold[side],
            bonus=voice.signed(bonus),
        ),
        score_name=voice.say("names.score", side=entry.short, goal=entry.goal_short),
        capital_name=voice.say("names.capital", side=entry.short),
        purse=voice.say("board.capital", capital=capital, top=entry.capital.max),
        purse_brief=voice.say("board.capital_brief", capital=capital),
        hand=voice.say("board.hand", ready=sum(card.ready for card in cards), all=len(cards)),
        answering=state.side == side and state.phase in ANSWERING,
        cards=cards,
        goals=goals,
        score_moved=score - before.tracks[book.score[side]],
        capital_moved=capital - before.tracks[book.capital[side]],
    )


def _goals(voice: Voice, state: State, side: int) -> Iterator[Goal]:
    reached = met(voice.book, state)
    for objective, done in zip(voice.scenario.objectives, reached, strict=True):
        if objective.side != voice.book.side_ids[side]:
            continue
        target, short, sentence = voice.once(
            ("goal", objective.id, done), partial(_goal_told, voice, objective, done=done)
        )
        yield Goal(
            name=objective.name,
            target=target,
            short=short,
            points=objective.points,
            met=done,
            present=say_present(voice, state, objective.when),
            sentence=sentence,
        )


def _goal_told(voice: Voice, objective: Objective, *, done: bool) -> tuple[str, str, str]:
    """What an objective asks for, in words; the same with its points, and all of it."""
    target, points = say_conditions(voice, objective.when), voice.signed(objective.points)
    sentence = voice.say(
        "board.goal_met" if done else "board.goal_open",
        name=objective.name,
        target=target,
        points=points,
    )
    return target, voice.say("board.goal_short", target=target, points=points), sentence


def _cards(voice: Voice, state: State, side: int) -> tuple[Card, ...]:
    """Its arguments, which mostly stand as they stood."""
    hand = ready(voice.book, state, side)
    spent, record = state.spent[side], state.record[side]
    answers = _answers(voice, state) if state.side == side else frozenset()
    return voice.once(
        ("cards", side, hand, spent, record, answers),
        lambda: tuple(_each_card(voice, side, hand, spent, record, answers)),
    )


def _each_card(
    voice: Voice,
    side: int,
    hand: int,
    spent: tuple[int, ...],
    record: int,
    answers: frozenset[int],
) -> Iterator[Card]:
    book = voice.book
    for index, argument in enumerate(voice.scenario.arguments):
        if book.held[side] >> index & 1:
            yield Card(
                argument=index,
                name=argument.name,
                short=argument.short,
                case=voice.case(index, side),
                ready=bool(hand >> index & 1),
                on_record=bool(record >> index & 1),
                back=spent.index(index) + 1 if index in spent else 0,
                answers=index in answers,
            )


def _answers(voice: Voice, state: State) -> frozenset[int]:
    """The arguments with which the side that decides can answer the last one."""
    if state.phase not in ANSWERING:
        return frozenset()
    found = legal(voice.book, state)
    return frozenset(each.subject for each in found if each.kind in (Kind.REBUT, Kind.REJOIN))
