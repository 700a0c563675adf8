"""The seat of a search."""

from __future__ import annotations

from attrs import evolve

from game.opponents.search.level import LEVELS, Level
from game.opponents.search.task import PLAIN, Budget, Priority, Progress, Thinker
from game.opponents.seat import Answer, Game
from game.opponents.thought import Analysis
from game.rules import legal
from game.scenario.doctrine import Wants


class SearchSeat:
    """Looks ahead. The same game is answered in the same way for the same seed and level.

    Args:
        level: how strong it is.
        seed: what it draws from.
        wants: what it aims at; how well it sees does not depend on it.
        thinker: who does the thinking; this process if nobody is named.

    Attributes:
        progress: how far it is; ``progress.hurry()`` makes it answer with the best it has so far.
    """

    def __init__(
        self,
        level: Level,
        seed: int,
        wants: Wants = PLAIN,
        thinker: Thinker | None = None,
    ) -> None:
        self.level = level
        self.seed = seed
        self.wants = wants
        self.progress = Progress()
        self._thinker = thinker

    def __repr__(self) -> str:
        return f"SearchSeat({self.level.number}, seed={self.seed})"

    @property
    def thinker(self) -> Thinker:
        """Who does the thinking."""
        if self._thinker is None:
            from game.opponents.search.think import Alone  # noqa: PLC0415 - mostly others do it

            self._thinker = Alone()
        return self._thinker

    def again(self, priority: Priority | None = None) -> SearchSeat:
        """The same seat with a progress of its own, so that it can be hurried or cancelled alone.

        Args:
            priority: how urgent its thoughts are; as before, if nothing is said.
        """
        thinker = self.thinker if priority is None else self.thinker.at(priority)
        return SearchSeat(self.level, self.seed, self.wants, thinker)

    def choose(self, game: Game) -> Answer:
        """Decide; where there is nothing to choose, without playouts."""
        forced = len(legal(game.book, game.state)) == 1
        budget = self._budget(game)
        analysis = self._look(game, evolve(budget, playouts=0) if forced else budget)
        return Answer(analysis.best.decision, thought=analysis)

    def advise(self, game: Game) -> Answer:
        """What it would decide, with all its playouts also where there is nothing to choose."""
        analysis = self.look(game)
        return Answer(analysis.best.decision, thought=analysis)

    def look(self, game: Game) -> Analysis:
        """What the search finds out about a position in which a side decides."""
        return self._look(game, self._budget(game))

    def _budget(self, game: Game) -> Budget:
        from game.opponents.search.opponent_model import FURTHER, facing  # noqa: PLC0415 - not before it thinks

        budget = self.level.budget
        if facing(game, game.state.side) is None:
            return budget
        most = max(budget.playouts, LEVELS[-1].playouts)
        return evolve(budget, playouts=min(budget.playouts * FURTHER, most))

    def _look(self, game: Game, budget: Budget) -> Analysis:
        from game.opponents.search.worth import analyse  # noqa: PLC0415 - not before it thinks

        side = game.state.side
        return analyse(
            game,
            budget,
            seed=f"{self.seed}/{side}/{len(game.history)}",
            wants=(self.wants, PLAIN) if side == 0 else (PLAIN, self.wants),
            thinker=self.thinker,
            progress=self.progress,
        )
