"""Help: the game in a page, what the signs on the board mean, and the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from game.tui.permissions import Permissions
from game.tui.screens.story import PageScreen

MAIN = "shared-enemy"
"""The id of the scenario that is meant where nothing else is said."""

KEYS = 16
"""Cells of the column of keys."""
READ = 76
"""Cells of a row on the narrowest terminal."""

_KEYS: Mapping[str, tuple[str, ...]] = {
    "list": ("menu.down", "page.down", "replay.down"),
    "take": ("menu.take",),
    "arguments": ("table.back",),
    "read": ("table.read_down", "replay.read_down", "verdict.read_down", "page.on"),
    "news": ("table.news", "replay.news"),
    "transcript": ("table.story", "verdict.story"),
    "why": ("table.why", "replay.why", "verdict.why"),
    "back": ("table.take_back",),
    "ask": ("table.ask",),
    "hint": ("table.hint",),
    "branch": ("table.branch", "replay.branch"),
    "lines": ("table.lines", "replay.lines"),
    "comment": ("table.comment", "replay.comment"),
    "save_as": ("table.save_as",),
    "space": ("table.hurry", "table.pause", "table.run", "replay.run"),
    "step": ("replay.on",),
    "mattered": ("replay.moment_on",),
    "pace": ("table.faster", "replay.faster"),
    "saves": ("saves.filter",),
    "export": ("saves.export",),
    "delete": ("saves.delete",),
    "variations": ("variations.compare",),
    "leave": ("table.leave", "replay.leave", "saves.leave", "page.back", "verdict.leave"),
    "page": ("help", "catalogue.rules"),
    "palette": (),
    "screenshot": (),
}
"""The keys, in the order in which they are explained, and the bindings that each stands for.

What stands for none can be pressed everywhere.
"""


class Help(PageScreen):
    """The help page for a scenario, for a position of it, and for the screen below."""

    def __init__(
        self,
        scenario: Scenario,
        seen: Board | None = None,
        here: frozenset[str] = frozenset(),
        permissions: Permissions = Permissions(),  # noqa: B008 - it is frozen
    ) -> None:
        """``seen``: the table that it is asked for at; as a game starts if it is not given.
        ``here``: the ids of the bindings of what has the focus; ``permissions``: what is allowed.
        """
        book = Rulebook(scenario)
        voice = Voice(book)
        shown = seen or board(voice, start(book))
        allowed = [name for name in _KEYS if permissions.allows(name)]
        now = [name for name in allowed if not _KEYS[name] or here.intersection(_KEYS[name])]
        keys = _keys(voice, "here", now)
        rules = [*_rules(voice), *_goals(voice, shown), *_signs(voice)]
        others = _keys(voice, "elsewhere", [name for name in allowed if name not in now])
        # On a list the question is what can be done with it; at a table, what the game is about.
        parts = [*keys, say(""), *rules] if "saves.leave" in here else [*rules, *keys, say("")]
        super().__init__(voice.say("help.title"), lines([*parts, *others]))


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


def _keys(voice: Voice, where: str, names: Sequence[str]) -> list[Content]:
    # Every row is wrapped here, so that the second one stands below the words, not the keys.
    rows = [
        say((f"{voice.say(f'help.key.{name}.keys') if first else '':<{KEYS}}", STRONG), row)
        for name in names
        for first, row in _folded(voice.say(f"help.key.{name}.means"), READ - KEYS)
    ]
    return [_heading(voice.say(f"help.keys.{where}")), *rows]


def _folded(words: str, width: int) -> list[tuple[bool, str]]:
    """Words as rows, and whether each is the first."""
    return [(place == 0, row) for place, row in enumerate(wrap(words, width))]
