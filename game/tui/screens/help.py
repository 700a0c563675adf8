"""Help: the game in a page, what the signs on the board mean, and the keys."""

from __future__ import annotations

from textual.content import Content

from game.scenario import Scenario
from game.tui.draw.ink import DIM, STRONG, lines, say
from game.tui.draw.ladder import LEGEND
from game.tui.draw.sides import MARKS
from game.tui.screens.story import Page

_KEYS = (
    ("↑ ↓ or k j", "move in a list; what the line means is shown beside or below it"),
    ("Enter", "take the highlighted line; a click highlights, a second click takes"),
    ("Backspace or ←", "from the arguments back to the motions"),
    ("PgUp PgDn", "scroll the text beside the list"),
    ("t", "transcript: everything that has happened"),
    ("w", "why: every number with what made it"),
    ("q or Esc", "leave; a match is on disk after every decision"),
    ("? or F1", "this page"),
    ("Ctrl+P", "the palette: themes, screenshot, keys"),
    ("Space", "when two programs play: halt and go on"),
    ("← → [ ] g G", "in a replay: step, round by round, start, end"),
)


class Help(Page):
    """The help page for a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__("Help", lines([*_rules(scenario), say(""), *_signs(scenario), *_keys()]))


def _heading(text: str) -> Content:
    return say((text, f"{STRONG} underline"))


def _rules(scenario: Scenario) -> list[Content]:
    debate, consult = scenario.debate, scenario.consult
    first, second = scenario.sides
    goals = ", ".join(f"{side.name}: {side.threshold} {side.goal}" for side in scenario.sides)
    ends = " or ".join(track.name.lower() for track in scenario.tracks if track.collapse)
    return [
        _heading(f"{scenario.title} in a page"),
        say(
            f"{scenario.rounds} rounds. {goals}. Both can succeed, one, or neither. "
            f"If {ends} reaches its end, both lose everything."
        ),
        say(""),
        say(("Your turn is one thing. ", STRONG), "Table a motion: pay its cost and back it with "),
        say("an argument; or take an act, alone and at once; or consult at home, which brings "),
        say(f"{consult.capital} capital and {consult.arguments} spent arguments back."),
        say(""),
        say(("A motion is debated. ", STRONG), f"The other side accepts ({debate.silence} to it: "),
        say("silence looks weak at home), declines, or rebuts with an argument that attacks the "),
        say(
            f"last one. You answer each other until one stops, or until {debate.longest} have been"
        ),
        say("played. The last to speak holds the floor: its arguments stand and go on its record,"),
        say(f"and it scores {debate.floor} if the other lets the motion pass. The other may walk "),
        say("out or withdraw instead, and the motion fails."),
        say(""),
        say(("Arguments are spent ", STRONG), "until you consult. Contradicting your own record "),
        say(f"costs {-debate.contradiction} and strikes what you contradicted."),
        say(""),
        say(
            ("The ladder. ", STRONG), f"{_track(scenario, scenario.ladder.gate)} opens its tiers; "
        ),
        say(f"{_track(scenario, scenario.ladder.ceiling)} closes them from above: the "),
        say(f"{scenario.ladder.ceiling_name.lower()}, which only motions tagged "),
        say(f"{scenario.ladder.exempt} pass. Each tag that a motion shares with a carried one"),
        say("makes it one cheaper."),
        say(""),
        say(
            ("The wire ", STRONG), "shows the headline to come. It strikes at the start of the next"
        ),
        say("round; a flash strikes when it is drawn. At the close of a round things drift; "),
        say("w shows what moved each number."),
        say(""),
        say(("Who starts: ", STRONG), f"{first.name} in odd rounds, {second.name} in even ones."),
    ]


def _signs(scenario: Scenario) -> list[Content]:
    words = {
        (True, False): "ready",
        (True, True): "ready, and on your record",
        (False, False): "spent",
        (False, True): "spent, and on your record",
    }
    marks = "  ".join(f"{mark} {words[key]}" for key, mark in MARKS.items())
    dangers = [
        say(f"  {track.name}: {track.danger.text}") for track in scenario.tracks if track.danger
    ]
    return [
        _heading("Signs"),
        say(("Motions    ", DIM), LEGEND),
        say(("Arguments  ", DIM), marks),
        say(("Tracks     ", DIM), "! in danger  !! one step from the end"),
        *dangers,
        say(""),
    ]


def _keys() -> list[Content]:
    rows = [say((f"{keys:<16}", STRONG), what) for keys, what in _KEYS]
    return [_heading("Keys"), *rows]


def _track(scenario: Scenario, name: str) -> str:
    return next(track.name for track in scenario.tracks if track.id == name)
