"""Who can be asked to play: each opponent with its character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.opponents import HUMAN, seats
from game.opponents.hardness import Hardness, hardness, measured
from game.scenario import Scenario
from game.scenario.cast import find, for_scenario
from game.scenario.character import Character
from game.scenario.doctrine import Doctrine
from game.scenario.reading.faults import ScenarioError
from game.telling.messages import MessageError, Messages
from game.value import frozen

if TYPE_CHECKING:
    from game.review.tallies import Tally


@frozen
class Sitter:
    """Somebody who can be asked to play.

    Attributes:
        name: what a match calls it.
        title: what people call it.
        stance: its attitude in a few words.
        about: its character.
        face: who sits there, in a few words; may be empty.
        hard: how hard it is to play against, in a word or two; empty if that was not measured.
        lines: what it never does, and what it always does.
    """

    name: str
    title: str
    stance: str
    about: str
    face: str = ""
    hard: str = ""
    lines: tuple[str, ...] = ()


def sitters(messages: Messages, scenario: Scenario | None = None) -> tuple[Sitter, ...]:
    """All opponents in the order of the seats, characters and doctrines in their own words."""
    doctrines = () if scenario is None else scenario.doctrines
    known: tuple[Doctrine | Character, ...] = (*doctrines, *for_scenario(scenario))
    where = "" if scenario is None else scenario.id
    own = {
        each.id: Sitter(
            each.id,
            each.name,
            each.stance.removesuffix("."),
            each.about,
            each.face if isinstance(each, Character) else "",
            how_hard(messages, each.id, where),
            tuple(line.say for line in each.lines) if isinstance(each, Character) else (),
        )
        for each in known
    }
    return tuple(
        own.get(name) or _told(messages, name, where) for name in seats(scenario) if name != HUMAN
    )


def title_of(messages: Messages, seat: str) -> str:
    """What people call who sits in a seat, where no scenario is at hand; as the seat is called if
    only the scenario tells.
    """
    try:
        known = find(None, seat)
        return messages.say(_key(seat, "title")) if known is None else known.name
    except (ScenarioError, MessageError):
        return seat


def to_choose_from(messages: Messages, scenario: Scenario) -> tuple[Sitter, ...]:
    """All opponents as they are offered: somebody first, the easiest first; then the searches."""
    found = sitters(messages, scenario)
    somebody = {each.id for each in for_scenario(scenario)}
    somebody |= {each.id for each in scenario.doctrines}
    ranks, table = list(Hardness), measured()

    def place(each: Sitter) -> tuple[bool, int, float]:
        word = table.of(each.name, scenario.id)
        rank = ranks.index(word) if word else len(ranks)
        return each.name not in somebody, rank, -table.edge(each.name, scenario.id)

    return tuple(sorted(found, key=place))


def told(messages: Messages, it: Sitter) -> str:
    """Somebody in sentences: who, how hard, what it stands for and what can be counted on."""
    sentence = messages.say("opponent.told.name", title=it.title)
    if it.hard:
        sentence = messages.say("opponent.told.measured", title=it.title, hard=it.hard)
    rows = [sentence]
    rows += [messages.say("opponent.told.sentence", words=each) for each in (it.face,) if each]
    rows.append(messages.say("opponent.told.sentence", words=it.stance))
    if it.lines:
        lines = messages.say("names.list.space").join(it.lines)
        rows.append(messages.say("opponent.told.lines", lines=lines))
    return messages.say("names.list.space").join([*rows, it.about.strip()])


def how_it_went(messages: Messages, tally: Tally | None) -> str:
    """How a person has fared against an opponent; empty if they have never played to the end."""
    if tally is None:
        return ""
    return messages.say("opponent.record", won=tally.won, shared=tally.shared, lost=tally.lost)


def degrees(messages: Messages) -> tuple[str, ...]:
    """How hard an opponent can be, in a word or two each, the easiest first."""
    return tuple(messages.say(f"opponent.hard.{each.value}") for each in Hardness)


def how_hard(messages: Messages, name: str, scenario: str) -> str:
    """How hard whoever sits in a seat is in a scenario, by its id, in a word or two; empty if that
    was not measured.
    """
    found = hardness(name, scenario)
    return messages.say(f"opponent.hard.{found.value}") if found else ""


def _told(messages: Messages, name: str, scenario: str) -> Sitter:
    title, stance, about = (messages.say(_key(name, part)) for part in ("title", "stance", "about"))
    return Sitter(name, title, stance, about, hard=how_hard(messages, name, scenario))


def _key(name: str, part: str) -> str:
    """The message of what is said of an opponent that is nobody."""
    return f"opponent.{name.replace(':', '_')}.{part}"
