"""Help: the game in a page, what the signs on the board mean, and the keys."""

from __future__ import annotations

from textwrap import wrap

from textual.content import Content

from game.rules import Rulebook, start
from game.scenario import Scenario
from game.telling.board import Board, board
from game.telling.layout.marks import CARDS, EITHER_OR, MOTIONS
from game.telling.primer import primer
from game.telling.voice import Voice
from game.tui.draw.goals import draw_goals
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.screens.story import PageScreen

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
    ("w", "why: what each side wants, and every number with what made it"),
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


class Help(PageScreen):
    """The help page for a scenario, and for a position of it."""

    def __init__(self, scenario: Scenario, seen: Board | None = None) -> None:
        """``seen``: the table that it is asked for at; as a game starts if it is not given."""
        book = Rulebook(scenario)
        voice = Voice(book)
        shown = seen or board(voice, start(book))
        super().__init__(
            voice.say("help.title"),
            lines([*_rules(voice), *_goals(voice, shown), *_signs(voice), *_keys()]),
        )


def _heading(text: str) -> Content:
    return say((text, f"{STRONG} underline"))


def _rules(voice: Voice) -> list[Content]:
    rows = [_heading(voice.say("help.page", scenario=voice.scenario.title))]
    for rule in primer(voice):
        rows += [say((rule.title, STRONG), ". ", rule.text), say("")]
    return rows


def _goals(voice: Voice, seen: Board) -> list[Content]:
    return [_heading(voice.say("table.wants")), *draw_goals(seen)]


def _signs(voice: Voice) -> list[Content]:
    motions = [
        voice.say("help.sign", sign=sign, means=voice.say(f"board.stands.{how.name.lower()}"))
        for how, (sign, _) in MOTIONS.items()
    ]
    arguments = [
        voice.say("help.sign", sign=sign, means=voice.say(f"help.card.{_card(ready, record)}"))
        for (ready, record), sign in CARDS.items()
    ]
    dangers = [
        say("  ", voice.say("help.danger", track=track.name, danger=track.danger.text))
        for track in voice.scenario.tracks
        if track.danger
    ]
    space = "  "
    rows = [
        _heading(voice.say("help.signs")),
        say((voice.say("help.motions"), DIM), " ", space.join(motions)),
        say((voice.say("help.arguments"), DIM), " ", space.join(arguments)),
        say((voice.say("help.tracks"), DIM), " ", voice.say("help.dangers")),
    ]
    if any(motion.excludes for motion in voice.scenario.motions):
        fork = voice.say("help.fork", row=EITHER_OR)
        rows.append(say((voice.say("help.forks"), DIM), " ", fork))
    return [*rows, *dangers, say("")]


def _card(ready: bool, record: bool) -> str:  # noqa: FBT001 - a key of the signs
    if record:
        return "ready_record" if ready else "spent_record"
    return "ready" if ready else "spent"


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
