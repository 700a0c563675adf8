"""The seat of a search."""

from __future__ import annotations

from game.opponents.search.level import Level
from game.opponents.search.opponent_model import FURTHER, facing
from game.opponents.search.search_tree import PLAIN
from game.opponents.search.think import Alone, Progress, Task, Thinker
from game.opponents.seat import Answer, Game
from game.opponents.thought import Analysis, Candidate
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
        self.thinker = thinker or Alone()

    def __repr__(self) -> str:
        return f"SearchSeat({self.level.number}, seed={self.seed})"

    def choose(self, game: Game) -> Answer:
        analysis = self.look(game)
        return Answer(analysis.best.decision, thought=analysis)

    def look(self, game: Game) -> Analysis:
        """What the search finds out about a position."""
        options, side = legal(game.book, game.state), game.state.side
        if len(options) == 1:
            return Analysis(side, (Candidate(options[0], 0, (0.0, 0.0), ()),), 0)
        known = facing(game)
        task = Task(
            game.state,
            self.level.playouts * (FURTHER if known else 1),
            self.level.depth,
            f"{self.seed}/{side}/{len(game.history)}",
            (self.wants, PLAIN) if side == 0 else (PLAIN, self.wants),
            doctrine=known,
            past=game.history if known else (),
        )
        self.progress.begin(task.playouts)
        return self.thinker.think(game.book, task, self.progress)
