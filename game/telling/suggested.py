"""What to play after a game that was won: the standard start, and somebody harder."""

from __future__ import annotations

from game.match import HUMAN
from game.opponents.hardness import Hardness, measured
from game.review.last_won import Won
from game.scenario import Scenario
from game.telling.messages import Messages
from game.telling.opponents import to_choose_from
from game.value import frozen


@frozen
class Suggested:
    """A game that is suggested.

    Attributes:
        seats: per side who is to sit there; the start is the standard one.
        why: why, in a sentence.
    """

    seats: tuple[str, str]
    why: str


def suggested(messages: Messages, scenario: Scenario, won: Won) -> Suggested | None:
    """What to play next of a scenario after a game of it that was won; nothing if there is nobody
    harder, and its start was the standard one.
    """
    own = won.seats.index(HUMAN)
    beaten = won.seats[1 - own]
    offered = to_choose_from(messages, scenario)
    who = next((each.title for each in offered if each.name == beaten), None)
    if won.scenario != scenario.id or who is None:
        return None
    ranks, table = list(Hardness), measured()
    words = {each.name: table.of(each.name, scenario.id) for each in offered}
    rank = words[beaten]
    harder = next(
        (
            each
            for each in offered
            if rank is not None
            and (word := words[each.name]) is not None
            and ranks.index(word) > ranks.index(rank)
        ),
        None,
    )
    easy = any(each.id == won.variant for each in scenario.variants)
    if harder is None and not easy:
        return None
    way = "start" if harder is None else "both" if easy else "opponent"
    name = beaten if harder is None else harder.name
    return Suggested(
        seats=(HUMAN, name) if own == 0 else (name, HUMAN),
        why=messages.say(
            f"setup.after_win.{way}",
            who=who,
            harder="" if harder is None else harder.title,
            hard="" if harder is None else harder.hard,
        ),
    )
