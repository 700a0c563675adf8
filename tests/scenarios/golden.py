"""Golden playthroughs: of every scenario that ships one whole game, as text.

    python -m tests.scenarios.golden

writes them anew after a change of a scenario and says what changed. A game keeps its decisions;
where one is not legal any more, the first legal one by name stands in for it. A game that then no
longer shows what it should, or that is missing, is replaced by one that two searches play.

A line is a decision: round, phase, side (``-`` for Chance), what was decided, and where all tracks
stand after it and after all that follows by itself, in the order of the line ``tracks``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from itertools import count
from pathlib import Path

from game.match.chance import pick
from game.opponents import Game, opponent
from game.rules import (
    NOBODY,
    Decision,
    Phase,
    Rulebook,
    State,
    advance,
    chances,
    legal,
    start,
    verdict,
)
from game.scenario import load
from game.scenario.catalogue import ids

FOLDER = Path(__file__).with_name("golden")
SEAT = "search:3"
"""Who plays both sides of a game that is missing."""

KINDS = ("act", "accept", "rebut", "rejoin", "stop", "yield|concede", "decline|walk_out|withdraw")
"""The kinds of decision that a playthrough shows; of those with a bar one is enough."""


def file_of(scenario: str) -> Path:
    """Where the playthrough of a scenario is kept."""
    return FOLDER / f"{scenario}.txt"


def decisions(text: str) -> list[str]:
    """What was decided in a playthrough, in order."""
    return [line.split()[3] for line in text.splitlines() if line[0].isdigit()]


def lacking(text: str, scenario: str) -> Iterator[str]:
    """What a playthrough should show and does not.

    That is debate and refusal, a motion that passes the ceiling, the top of the ladder, and the
    bargain.
    """
    decided = decisions(text)
    kinds = {each.partition(":")[0] for each in decided}
    yield from (each for each in KINDS if kinds.isdisjoint(each.split("|")))
    rules = load(scenario)
    tabled = [each for each in rules.motions if f"table:{each.id}/" in " ".join(decided)]
    if all(rules.ladder.exempt not in motion.tags for motion in tabled):
        yield "exempt"
    if all(motion.tier < len(rules.ladder.tiers) for motion in tabled):
        yield "top"
    if "\nend bargain," not in text:
        yield "bargain"


def replayed(scenario: str, kept: Sequence[str]) -> str:
    """A game whose decisions are known, as the rules have it now."""

    def choose(game: Game) -> str:
        options = sorted(each.text for each in legal(game.book, game.state))
        wish = kept[len(game.history)] if len(game.history) < len(kept) else ""
        return wish if wish in options else options[0]

    return _told(scenario, choose)


def found(scenario: str) -> str:
    """The first game between two searches that lacks nothing."""
    games = (_searched(scenario, seed) for seed in count(1))
    return next(text for text in games if not [*lacking(text, scenario)])


def _searched(scenario: str, seed: int) -> str:
    """The game of two searches."""
    player = opponent(SEAT, seed=seed)
    assert player is not None

    def choose(game: Game) -> str:
        if game.state.side != NOBODY:
            return player.choose(game).decision.text
        options, weights = zip(*chances(game.book, game.state), strict=True)
        drawn: Decision = options[pick(weights, seed, len(game.history))]
        return drawn.text

    return _told(scenario, choose)


def _told(scenario: str, choose: Callable[[Game], str]) -> str:
    """Play a game and write it down."""
    book = Rulebook(load(scenario))
    state = start(book)
    rows = [
        f"scenario {scenario}",
        f"tracks {_columns(book, book.track_ids)}",
        _row("start", book, state),
    ]
    past: tuple[tuple[State, Decision], ...] = ()
    while state.phase is not Phase.END:
        decision = book.decision(choose(Game(book, state, past)))
        side = "-" if state.side == NOBODY else book.side_ids[state.side]
        where = f"{state.round} {state.phase.value} {side}"
        past = (*past, (state, decision))
        state = advance(book, state, decision)
        rows.append(_row(f"{where:<15}{decision}", book, state))
    end = verdict(book, state)
    rows.append(f"end {end.name}, final {end.final}, margins {end.margins}, payoffs {end.payoffs}")
    return "".join(f"{row}\n" for row in rows)


def _row(what: str, book: Rulebook, state: State) -> str:
    return f"{what:<46}{_columns(book, [f'{value:2}' for value in state.tracks])}"


def _columns(book: Rulebook, words: Sequence[str]) -> str:
    """Shared tracks, capitals and scores, with bars between them."""
    parts = (words[: book.shared], words[book.shared : book.shared + 2], words[book.shared + 2 :])
    return " | ".join(" ".join(each) for each in parts)


def main() -> None:
    """Write all playthroughs anew and say what changed."""
    for scenario in ids():
        file = file_of(scenario)
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        text = replayed(scenario, decisions(kept))
        if [*lacking(text, scenario)]:
            text = found(scenario)
        changes = [*unified_diff(kept.splitlines(), text.splitlines(), n=0, lineterm="")][2:]
        print(f"{file.name}: {'changed' if changes else 'nothing changed'}")
        print("".join(f"  {line}\n" for line in changes[:20]), end="")
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
