"""How it went and how it really went: a game beside what happened, round by round."""

from __future__ import annotations

from textual.content import Content

from game.match import Timeline
from game.telling.history import ToldRound, history
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.screens.story import PageScreen


class HistoryPage(PageScreen):
    """A game beside history; for scenarios that say what happened when."""

    def __init__(self, voice: Voice, line: Timeline) -> None:
        found = history(voice, line.states, line.decisions)
        rows = [say((found.about, DIM)), say("")]
        for each in found.rounds:
            rows += [*_round(each, found.struck, found.missed), say("")]
        super().__init__(found.title, lines(rows))


def _round(each: ToldRound, struck: str, missed: str) -> list[Content]:
    rows = [say((each.heading, f"{STRONG} underline")), say((each.carried, STRONG))]
    if each.struck:
        rows += [say(struck), *(say("  ● ", one) for one in each.struck)]
    if each.missed:
        rows += [say((missed, DIM)), *(say("  ○ ", (one, DIM)) for one in each.missed)]
    return rows
