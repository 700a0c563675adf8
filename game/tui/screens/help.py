"""Help: the game in a page, what the signs on the board mean, and the keys."""

from __future__ import annotations

from textwrap import wrap

from textual.content import Content

from game.review.words import plain, signed
from game.scenario import Scenario
from game.tui.draw.ink import DIM, STRONG, lines, say
from game.tui.draw.ladder import LEGEND
from game.tui.draw.sides import MARKS
from game.tui.screens.story import Page

MAIN = "shared-enemy"
"""The id of the scenario that is meant where nothing else is said."""

KEYS = 16
"""Cells of the column of keys."""
READ = 76
"""Cells of a row on the narrowest terminal."""

_KEYS = (
    ("↑ ↓ or k j", "move in a list; what the line means is shown beside or below it"),
    ("Enter", "take the highlighted line; a click highlights, a second click takes"),
    ("Backspace or ←", "from the arguments back to the motions"),
    ("PgUp PgDn", "scroll the text beside the list"),
    ("n", "news: the wire in full, and what the close of the round will bring"),
    ("t", "transcript: everything that has happened"),
    ("w", "why: every number with what made it"),
    ("u", "take your last decision back; the other player is asked, an opponent is not"),
    ("a", "ask the opponent: why, why not, what would change its mind, what you want"),
    ("h", "hint: what a coach would do, what it gains, risks and costs the other"),
    ("b", "branch: play on from this position as anyone, against anyone"),
    ("v", "lines of play: look at, compare, rename, promote"),
    ("c", "comment on the position; kept with the match"),
    ("s", "save as: keep the match in another folder, if it cannot be saved"),
    ("q or Esc", "leave; a match is on disk after every decision"),
    ("? or F1", "this page"),
    ("Ctrl+P", "the palette: themes, screenshot, keys"),
    ("Space", "let an opponent decide now; when two play, or in a replay: pause and run"),
    ("← → [ ] g G", "in a replay: step, round by round, start, end"),
    ("m M", "in a replay: the next moment that mattered, the one before"),
    ("+ − o", "run faster, slower, also when two opponents play; in a replay: other side"),
    ("/ o r c e d u", "in the list of saves: find, order, rename, copy, export, delete, undelete"),
)


class Help(Page):
    """The help page for a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__("Help", lines([*_rules(scenario), *_signs(scenario), *_keys()]))


def _heading(text: str) -> Content:
    return say((text, f"{STRONG} underline"))


def _rules(scenario: Scenario) -> list[Content]:
    debate, consult = scenario.debate, scenario.consult
    first, second = scenario.sides
    ladder = scenario.ladder
    goals = ", ".join(f"{side.name}: {side.threshold} {side.goal}" for side in scenario.sides)
    ends = " or ".join(track.name.lower() for track in scenario.tracks if track.collapse)
    return [
        _heading(f"{scenario.title} in a page"),
        *_paragraph(
            "",
            f"{scenario.rounds} rounds. {goals}. Both can succeed, one, or neither. "
            f"If {ends} reaches its end, both lose everything.",
        ),
        *_paragraph(
            "Your turn is one thing. ",
            "Table a motion: pay its cost and back it with an argument; or take an act, alone and "
            f"at once; or consult at home, which brings {consult.capital} capital and "
            f"{consult.arguments} spent arguments back.",
        ),
        *_paragraph(
            "A motion is debated. ",
            f"The other side accepts ({signed(debate.silence)} to it: silence looks weak at home), "
            "declines, or rebuts with an argument that attacks the last one. You answer each "
            f"other until one stops, or until {debate.longest} have been played. The last to "
            "speak holds the floor: its arguments stand and go on its record, and it scores "
            f"{signed(debate.floor)} if the other lets the motion pass. The other may walk out or "
            "withdraw instead, and the motion fails.",
        ),
        *_paragraph(
            "Arguments are spent ",
            "until you consult. Contradicting your own record costs "
            f"{plain(-debate.contradiction)} and strikes what you contradicted.",
        ),
        *_paragraph(
            "The ladder. ",
            f"{_track(scenario, ladder.gate)} opens its tiers; "
            f"{_track(scenario, ladder.ceiling).lower()} closes them from above: the "
            f"{ladder.ceiling_name.lower()}, which only motions tagged {ladder.exempt} pass. Each "
            "tag that a motion shares with a carried one makes it one cheaper.",
        ),
        *_paragraph(
            "The wire ",
            "shows the headline to come. It strikes at the start of the next round; a flash "
            "strikes when it is drawn. At the close of a round things drift.",
        ),
        *_paragraph("Who starts: ", f"{first.name} in odd rounds, {second.name} in even ones."),
    ]


def _paragraph(opening: str, text: str) -> tuple[Content, Content]:
    return say((opening, STRONG), text), say("")


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
    # Every row is wrapped here, so that the second one stands below the words, not the keys.
    rows = [
        say((f"{keys if first else '':<{KEYS}}", STRONG), row)
        for keys, what in _KEYS
        for first, row in _folded(what, READ - KEYS)
    ]
    return [_heading("Keys"), *rows]


def _folded(words: str, width: int) -> list[tuple[bool, str]]:
    """Words as rows, and whether each is the first."""
    return [(place == 0, row) for place, row in enumerate(wrap(words, width))]


def _track(scenario: Scenario, name: str) -> str:
    return next(track.name for track in scenario.tracks if track.id == name)
