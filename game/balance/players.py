"""Who plays in a measured match: the seats of the game, and some that only measure.

Besides the names that a match knows (``realist``, ``search:4``) there are ``policy:argues`` for
each simple policy, and words behind a search: ``search:4+joint`` wants both payoffs, ``+mood``
looks at choices between arguments once more without the mood and once with another seed, and
``+refuse`` lets no branch of a fork pass that costs it points.
"""

from __future__ import annotations

from typing import Final

from attrs import define, evolve, field

from game.balance.policies import POLICIES, PolicySeat
from game.opponents import Answer, Game, Opponent, SeatError, opponent
from game.opponents.character_seat import CharacterSeat
from game.opponents.search import SearchSeat, Thinker
from game.opponents.seats import DOCTRINE
from game.rules import Decision, Kind, Rulebook, legal
from game.scenario.cast import for_scenario
from game.scenario.character import Character
from game.scenario.doctrine import Wants
from game.scenario.model import Scenario
from game.text import shown
from game.text.names import nearest

POLICY: Final = "policy"
JOINT: Final = Wants(own=100, other=100)
WORDS: Final = ("joint", "mood", "refuse")

_OTHER_SEED: Final = 1 << 40
"""What is added to a seed to have another one that no other match uses."""


@define
class MoodProbe:
    """Plays like a search, and counts how often the mood, and how often chance, moves a choice
    between arguments towards the argument that the mood speaks for.
    """

    player: SearchSeat
    other: SearchSeat
    asked: int = 0
    by_mood: int = 0
    by_seed: int = 0

    def choose(self, game: Game) -> Answer:
        book, mood = game.book, game.state.mood
        answer = self.player.choose(game)
        appeals = {
            _appeals(book, mood, each) for each in legal(book, game.state) if _argument(each) >= 0
        }
        if mood < 0 or appeals != {False, True}:
            return answer
        calm = evolve(game, state=evolve(game.state, mood=-1))
        if legal(book, calm.state) != legal(book, game.state):
            return answer
        chosen = _appeals(book, mood, answer.decision)
        plain = _appeals(book, mood, self.player.choose(calm).decision)
        again = _appeals(book, mood, self.other.choose(calm).decision)
        self.asked += 1
        self.by_mood += chosen and not plain
        self.by_seed += again and not plain
        return answer

    @property
    def shifts(self) -> tuple[int, int, int]:
        """What was counted: choices, moved by the mood, moved by the seed."""
        return self.asked, self.by_mood, self.by_seed


@define
class Refuser:
    """Plays like another, but lets no branch of a fork pass that costs it points."""

    player: Opponent
    _turned: dict[Kind, Kind] = field(
        factory=lambda: {Kind.ACCEPT: Kind.DECLINE, Kind.YIELD: Kind.WALK_OUT}, init=False
    )

    def choose(self, game: Game) -> Answer:
        answer, state, book = self.player.choose(game), game.state, game.book
        instead = self._turned.get(answer.decision.kind)
        if instead is None or state.debate is None:
            return answer
        motion = state.debate.motion
        if not book.excluded[motion] or book.motion_value[motion][state.side][1] >= 0:
            return answer
        return Answer(next(each for each in legal(book, state) if each.kind is instead))


def player(name: str, *, seed: int, scenario: Scenario, thinker: Thinker | None = None) -> Opponent:
    """Who sits in a seat.

    Raises:
        SeatError: nobody bears the name, or it is a person's.
    """
    base, _, words = name.partition("+")
    kind, _, policy = base.partition(":")
    wanted = words.split("+") if words else []
    for word in wanted:
        if word not in WORDS:
            raise SeatError(
                f"{shown(word)} means nothing behind a seat. There are: +{', +'.join(WORDS)}."
            )
    if kind == POLICY:
        if policy not in POLICIES:
            meant = nearest(policy, tuple(POLICIES))
            hint = f' Did you mean "{POLICY}:{meant}"?' if meant else ""
            known = ", ".join(POLICIES)
            raise SeatError(f"there is no policy {shown(policy)}.{hint} Policies: {known}.")
        found: Opponent | None = PolicySeat(policy, POLICIES[policy], seed)
    else:
        found = opponent(base, seed=seed, scenario=scenario, thinker=thinker)
    if found is None:
        raise SeatError(f'"{base}" is a person, and nobody is there to be asked.')
    if not wanted:
        return found
    if "joint" in wanted or "mood" in wanted:
        if not isinstance(found, SearchSeat):
            raise SeatError(f'"{base}" is no search: only behind one stand +joint and +mood.')
        if "joint" in wanted:
            found.wants = JOINT
        if "mood" in wanted:
            other = SearchSeat(found.level, seed + _OTHER_SEED, found.wants, thinker)
            found = MoodProbe(found, other)
    return Refuser(found) if "refuse" in wanted else found


def character_of(player: Opponent) -> Character | None:
    """Who plays as a character."""
    inner = player.player if isinstance(player, Refuser | MoodProbe) else player
    return inner.character if isinstance(inner, CharacterSeat) else None


def names(scenario: Scenario, pattern: str) -> tuple[str, ...]:
    """The seats that a pattern stands for: ``policy:*``, ``doctrine:*``, ``character:*``, a seat
    itself, or several of these with ``|`` between them.
    """
    if "|" in pattern:
        each = (name for part in pattern.split("|") for name in names(scenario, part))
        return tuple(dict.fromkeys(each))
    if pattern == f"{POLICY}:*":
        return tuple(f"{POLICY}:{each}" for each in POLICIES)
    if pattern == f"{POLICY}:hostile":
        return tuple(f"{POLICY}:{name}" for name, each in POLICIES.items() if each.hostile)
    if pattern == f"{DOCTRINE}:*":
        return tuple(f"{DOCTRINE}:{each.id}" for each in scenario.doctrines)
    if pattern == "character:*":
        return tuple(each.id for each in for_scenario(scenario))
    player(pattern, seed=0, scenario=scenario)
    return (pattern,)


def _argument(decision: Decision) -> int:
    """The argument that a decision plays, or -1."""
    if decision.kind is Kind.TABLE:
        return decision.backing
    return decision.subject if decision.kind in (Kind.REBUT, Kind.REJOIN) else -1


def _appeals(book: Rulebook, mood: int, decision: Decision) -> bool:
    """Whether a decision plays an argument that speaks to a mood."""
    argument = _argument(decision)
    return argument >= 0 and book.hour.appeals[argument] == mood
