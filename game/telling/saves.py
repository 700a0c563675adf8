"""A save in words, for every list of saves."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import HUMAN, Entry
from game.review.saves import KINDS, fits, scores
from game.scenario.lesson import Lesson
from game.scenario.lessons import lesson
from game.scenario.reading.faults import ScenarioError
from game.telling.messages import Messages
from game.telling.opponents import title_of
from game.value import frozen


@frozen
class SaveRow:
    """A save as a list has it; what is not known is empty.

    Attributes:
        name: what it is called.
        stands: how it ended or stands, or that it is damaged or not looked at.
        result: the same with the scores, or the size of what is not looked at.
        players: who plays against whom.
        scenario: what is played, with the variant; a lesson by its name.
        code: its head code.
        note: that it is an example.
        damage: what is wrong with it.
    """

    name: str
    stands: str
    result: str
    players: str = ""
    scenario: str = ""
    code: str = ""
    note: str = ""
    damage: str = ""


def row(messages: Messages, entry: Entry) -> SaveRow:
    """A save in the line of a list."""
    say = messages.say
    taught = _taught(entry)
    scenario = _game(messages, entry) if taught is None else taught.name
    who = players(messages, entry)
    if entry.damage:
        how = say("saves.damaged" if entry.scenario else "saves.unreadable")
        return SaveRow(entry.slug, how, how, who, scenario, damage=entry.damage)
    how = stands(messages, entry)
    if not entry.looked_at:
        size = say("saves.large", megabytes=entry.size // 1_000_000)
        return SaveRow(entry.slug, how, size, who, scenario)
    one, other = scores(entry)
    result = say("saves.scores", stands=how, first=one, second=other)
    note = say("saves.example") if entry.shipped else ""
    return SaveRow(entry.slug, how, result, who, scenario, entry.head_code, note)


def stands(messages: Messages, entry: Entry) -> str:
    """How a match ended or where it stands, and how many more lines of play it has.

    A result stays in sight though somebody has branched from the game and plays on.
    """
    if not entry.looked_at:
        return messages.say("saves.unseen")
    here = _round(messages, entry)
    how = here if entry.verdict is None else entry.outcome
    if not entry.lines:
        return how
    if entry.verdict is not None and not entry.over:
        return messages.say("saves.more_played", stands=how, lines=entry.lines, here=here)
    return messages.say("saves.more", stands=how, lines=entry.lines)


def waits(messages: Messages, entry: Entry) -> tuple[str, str]:
    """The match that one can go on with, in a few words: a lesson by what it is called; and which
    side a person plays in it, and against whom.
    """
    return _called(messages, entry), _sides(messages, entry)


def _called(messages: Messages, entry: Entry) -> str:
    if told := _lesson(messages, entry):
        return told
    return messages.say("title.last", name=entry.slug, round=entry.round)


def _sides(messages: Messages, entry: Entry) -> str:
    people = [side for side, seat in enumerate(entry.seats) if seat == HUMAN]
    match people:
        case [_, _]:
            first, second = (
                name or side for name, side in zip(entry.names, entry.sides, strict=True)
            )
            return messages.say("title.last_together", first=first, second=second)
        case [one]:
            other = title_of(messages, entry.seats[1 - one])
            return messages.say("title.last_alone", side=entry.sides[one], other=other)
    first, second = (title_of(messages, each) for each in entry.seats)
    return messages.say("title.last_watched", first=first, second=second)


def facts(messages: Messages, entry: Entry) -> Iterator[str]:
    """What is known of a save, in sentences; nothing of one that cannot be read."""
    if scenario := _game(messages, entry):
        yield messages.say("saves.game", scenario=scenario, players=players(messages, entry))
    if not entry.looked_at:
        yield messages.say("saves.size", bytes=f"{entry.size:,}")
    elif entry.scenario:
        first, second = scores(entry)
        where = stands(messages, entry)
        if entry.over:  # else how it stands says the round
            where = messages.say("saves.ended", stands=where, here=_round(messages, entry))
        yield messages.say(
            "saves.standing",
            decisions=entry.decisions,
            first=first,
            second=second,
            stands=where,
        )


def players(messages: Messages, entry: Entry) -> str:
    """Who plays against whom, as people call them; empty if that is not known."""
    if not any(entry.seats):
        return ""
    first, second = (
        name or messages.say("saves.person") if seat == HUMAN else title_of(messages, seat)
        for seat, name in zip(entry.seats, entry.names, strict=True)
    )
    return messages.say("saves.players", first=first, second=second)


def found(messages: Messages, entry: Entry, wanted: str) -> bool:
    """Whether a save is of a kind, or has these words somewhere, also in who plays it, and in the
    name of a lesson.
    """
    if wanted in KINDS or fits(entry, wanted):
        return fits(entry, wanted)
    words = players(messages, entry), _lesson(messages, entry)
    return any(wanted.casefold() in each.casefold() for each in words)


def heading(messages: Messages, entry: Entry) -> str:
    """What a save is called above what is known of it: by its title, or a lesson by its name."""
    return entry.title or _lesson(messages, entry) or entry.slug


def _lesson(messages: Messages, entry: Entry) -> str:
    """Which lesson it is; empty if it is none, or one whose file is gone."""
    taught = _taught(entry)
    if taught is None:
        return ""
    return messages.say("title.last_lesson", place=taught.place, name=taught.name)


def _taught(entry: Entry) -> Lesson | None:
    """The lesson that it is; nothing if it is none, or one whose file is gone."""
    if not entry.lesson:
        return None
    try:
        return lesson(entry.lesson)
    except ScenarioError:
        return None  # the match is there


def _game(messages: Messages, entry: Entry) -> str:
    """The scenario that is played, with the variant."""
    if not entry.variant:
        return entry.scenario
    return messages.say("saves.variant", scenario=entry.scenario, variant=entry.variant)


def _round(messages: Messages, entry: Entry) -> str:
    return messages.say("saves.round", round=entry.round, rounds=entry.rounds)


def origin(messages: Messages, entry: Entry) -> str:
    """Where a save is, and what identifies it."""
    path = str(entry.path)
    if not entry.looked_at or not entry.scenario:
        return path
    return messages.say("saves.origin", seed=entry.seed, code=entry.head_code, path=path)
