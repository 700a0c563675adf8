"""The seat of a character: a search for what it wants, within the lines that it never crosses."""

from __future__ import annotations

from attrs import evolve

from game.opponents.search import LEVELS, Priority, SearchSeat, Thinker
from game.opponents.seat import Answer, Game
from game.opponents.thought import Analysis
from game.scenario.character import Character


class CharacterSeat(SearchSeat):
    """Plays as a character. The same game is answered in the same way for the same seed.

    Args:
        character: who sits there.
        seed: what it draws from.
        thinker: who does the thinking; this process if nobody is named.
    """

    def __init__(self, character: Character, seed: int, thinker: Thinker | None = None) -> None:
        super().__init__(LEVELS[character.sight - 1], seed, character.wants, thinker)
        self.character = character

    def __repr__(self) -> str:
        return f"CharacterSeat({self.character.id}, seed={self.seed})"

    def again(self, priority: Priority | None = None) -> CharacterSeat:
        thinker = self.thinker if priority is None else self.thinker.at(priority)
        return CharacterSeat(self.character, self.seed, thinker)

    def choose(self, game: Game) -> Answer:
        return super().choose(self._as_itself(game))

    def look(self, game: Game) -> Analysis:
        return super().look(self._as_itself(game))

    def _as_itself(self, game: Game) -> Game:
        """The game with this character in its seat, whoever is shown to sit there."""
        one, two = game.characters
        own = (self.character, two) if game.state.side == 0 else (one, self.character)
        return evolve(game, characters=own)
