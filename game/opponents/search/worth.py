"""What any position is worth: one in which a side decides, one in which nothing is to be chosen,
one in which Chance is to draw, and the end.
"""

from __future__ import annotations

from attrs import evolve

from game.opponents.character import Trail, overlooks
from game.opponents.search.analysis import LONGEST
from game.opponents.search.opponent_model import facing
from game.opponents.search.task import PLAIN, Budget, Progress, Task, Thinker
from game.opponents.seat import FREE, Game
from game.opponents.thought import Analysis, Candidate
from game.rules import NOBODY, Decision, Phase, advance, legal, verdict
from game.scenario.doctrine import Doctrine, Wants


def analyse(
    game: Game,
    budget: Budget,
    *,
    seed: str = "",
    view: int | None = None,
    wants: tuple[Wants, Wants] = (PLAIN, PLAIN),
    thinker: Thinker | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """Look ahead from any position.

    What is forced is worth what follows it. Where Chance draws, a position is worth the mean of
    what may be drawn, by weight. The end is worth its payoffs. The same arguments have the same
    answer, whoever thinks and however many processes share the work, unless it is hurried.

    Args:
        game: the position, how it came about, and who plays.
        budget: how much is looked at.
        seed: what draws come from further down.
        view: the side from whose view it is looked. If a doctrine plays the other one, that one
            is expected to do as the doctrine does; a character is expected to want what it wants
            and to keep to its lines. Whoever decides, if no side is named; where nobody decides,
            both are taken for sides that look ahead.
        wants: per side what it aims at, unless it is played by a character.
        thinker: who does the thinking; this process if nobody is named.
        progress: shows how far it is, hurries it or cancels it.

    Raises:
        OpponentError: it was cancelled, or whoever thinks could not go on.
    """
    book, side = game.book, game.state.side
    if view is None:
        view = side
    doctrine = None if view == NOBODY else facing(game, view)
    followed, forced = _after_forced(game)
    progress = progress or Progress()
    if followed.state.phase is Phase.END:
        progress.begin(0)
        first, second = verdict(book, followed.state).payoffs
        found = Analysis(NOBODY, (), 0, (float(first), float(second)), (0.0, 0.0))
    else:
        task = _task(followed, budget, seed, view, wants, doctrine)
        progress.begin(task.playouts)
        if thinker is None:
            from game.opponents.search.think import Alone  # noqa: PLC0415 - mostly others do it

            thinker = Alone()
        found = thinker.think(book, task, progress)
    if not forced:
        return found
    line = list(forced[1:])
    if found.playouts:
        line += [found.best.decision, *found.best.line]
    only = Candidate(forced[0], found.playouts, found.worth, tuple(line[:LONGEST]))
    return evolve(found, side=side, candidates=(only,))


def _task(
    game: Game,
    budget: Budget,
    seed: str,
    view: int,
    wants: tuple[Wants, Wants],
    doctrine: Doctrine | None,
) -> Task:
    """What there is to think about in a position."""
    state, characters = game.state, FREE if view == NOBODY else game.characters
    one, two = characters
    if overlooks(characters, view, "record"):
        record = (0, state.record[1]) if view == 0 else (state.record[0], 0)
        state = evolve(state, record=record)
    lines = any(each is not None and each.lines for each in characters)
    return Task(
        state,
        budget.playouts,
        budget.depth,
        seed,
        (wants[0] if one is None else one.wants, wants[1] if two is None else two.wants),
        doctrine=doctrine,
        past=game.history if doctrine else (),
        view=view,
        trees=budget.trees,
        shares=budget.shares,
        characters=characters,
        trail=Trail.of(game.book, game.state, game.history) if lines else None,
    )


def _after_forced(game: Game) -> tuple[Game, list[Decision]]:
    """The next position in which there is something to be chosen or drawn, or the end, and the
    decisions that lead there, in each of which nothing else can be done.
    """
    book, state = game.book, game.state
    forced: list[Decision] = []
    past = list(game.history)
    while len(options := legal(book, state)) == 1:
        past.append((state, options[0]))
        forced.append(options[0])
        state = advance(book, state, options[0])
    return (evolve(game, state=state, history=tuple(past)) if forced else game), forced
