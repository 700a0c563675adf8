"""Help: the game in a page, what the signs on the board mean, and the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from types import MappingProxyType
from typing import ClassVar, Final

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.keys import format_key

from game.rules import Rulebook, start
from game.scenario import Scenario
from game.telling.board import Board, board
from game.telling.layout.climb import BROKEN, DRAWN, FRESH, GLASS, SOLID
from game.telling.layout.marks import CARDS, EITHER_OR, MOTIONS, of_move
from game.telling.layout.top import GAINED, LOST, RISK, TICK
from game.telling.primer import primer
from game.telling.voice import Voice
from game.tui.app import SharedEnemyApp
from game.tui.draw.goals import draw_goals
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.keymap import FIXED
from game.tui.permissions import Permissions
from game.tui.screens.reference import GlossaryPage, RulebookPage
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.variations import VariationsScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.menu import Menu
from game.value import frozen

KEYS = 16
"""Cells of the column of keys."""
READ = 76
"""Cells of a row on the narrowest terminal."""


@frozen
class KeyRow:
    """Keys that are explained in one row.

    Attributes:
        shown: the bindings whose keys are named.
        also: those of other screens that do the same.
    """

    shown: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def bindings(self) -> frozenset[str]:
        """All of them."""
        return frozenset({*self.shown, *self.also})


PALETTE: Final = "palette"
"""In place of a binding: the key of the palette, which can be opened everywhere."""

EVERYWHERE: Final = frozenset({PALETTE, "page.find", "help.rulebook", "help.words"})
"""What can be done wherever help is read, on the page of help itself."""

TOPICS: Final = (
    *("title", "new_game", "choosing", "backing", "reply", "rejoin", "last_word", "headline"),
    *("beats", "watching", "verdict", "replay", "reviewing", "lines", "map", "saves", "scenarios"),
    *("settings", "page"),
)
"""Scenes of which help tells what is to be done in them: the names of messages."""

EXPLAINED: Final[Mapping[str, KeyRow]] = {
    "list": KeyRow(("menu.up", "menu.down"), ("page.down", "replay.down", "review.down")),
    "take": KeyRow(("menu.take",)),
    "arguments": KeyRow(("table.back",)),
    "read": KeyRow(
        ("table.read_up", "table.read_down"),
        ("replay.read_down", "verdict.read_down", "who.read_down", "page.on", "review.on"),
    ),
    "news": KeyRow(("table.news",), ("replay.news",)),
    "transcript": KeyRow(("table.story",), ("verdict.story",)),
    "why": KeyRow(("table.why",), ("replay.why", "verdict.why")),
    "map": KeyRow(("table.arguments",), ("replay.arguments", "arguments.other")),
    "article": KeyRow(("table.article",)),
    "whole": KeyRow(("table.whole",), ("replay.whole",)),
    "opposite": KeyRow(("table.opposite",)),
    "lesson": KeyRow(("table.lesson",)),
    "back": KeyRow(("table.take_back",)),
    "ask": KeyRow(("table.ask",), ("replay.ask", "explanation.back", "explanation.on")),
    "hint": KeyRow(("table.hint",)),
    "worth": KeyRow(("table.worth",)),
    "branch": KeyRow(("table.branch",), ("replay.branch", "review.branch", "verdict.branch")),
    "lines": KeyRow(("table.lines",), ("replay.lines",)),
    "comment": KeyRow(("table.comment",), ("replay.comment",)),
    "save_as": KeyRow(("table.save_as",)),
    "reviewing": KeyRow(("replay.review",), ("verdict.review",)),
    "review_step": KeyRow(("review.take", "review.answer", "review.deeper")),
    "history": KeyRow(("verdict.history",)),
    "rematch": KeyRow(("verdict.rematch", "verdict.swap")),
    "hold": KeyRow(("table.hold",)),
    "space": KeyRow(("table.pause",), ("table.hurry", "table.run", "replay.run")),
    "step": KeyRow(
        (
            "replay.back",
            "replay.on",
            "replay.less",
            "replay.more",
            "replay.start",
            "replay.end",
        )
    ),
    "mattered": KeyRow(
        ("replay.moment_on", "replay.moment_back"), ("review.mark_on", "review.mark_back")
    ),
    "pace": KeyRow(("table.faster", "table.slower", "replay.side"), ("replay.faster",)),
    "find": KeyRow(("page.find",)),
    "saves": KeyRow(("saves.filter", "saves.sort", "saves.rename", "saves.copy")),
    "export": KeyRow(("saves.export",)),
    "delete": KeyRow(("saves.delete", "saves.restore")),
    "variations": KeyRow(("variations.compare", "variations.rename", "variations.promote")),
    "leave": KeyRow(
        ("table.leave",),
        (
            "replay.leave",
            "saves.leave",
            "pick.leave",
            "page.back",
            "review.leave",
            "verdict.leave",
            "settings.leave",
            "keys.leave",
        ),
    ),
    "settings": KeyRow(
        ("settings",), ("settings.on", "settings.back", "settings.usual", "keys.usual")
    ),
    "page": KeyRow(("help",), ("catalogue.rules",)),
    "rulebook": KeyRow(("help.rulebook",)),
    "words": KeyRow(("help.words",)),
    "palette": KeyRow((PALETTE,)),
    "screenshot": KeyRow((PALETTE,)),
}
"""What the keys do, in the order in which it is explained."""

NAMED: Final[Mapping[str, str]] = {
    **{key: key for key in ("enter", "backspace", "escape", "space", "home", "end")},
    "pageup": "pageup",
    "pagedown": "pagedown",
    "f1": "f_one",
    "pilcrow_sign": "paragraph",
    App.COMMAND_PALETTE_BINDING: "palette",
}
"""Keys that go by a name: which of the messages it is."""


def bindings() -> dict[str, tuple[str, ...]]:
    """The keys that are explained, by the id of their binding."""
    lists = (Menu, SavesScreen, VariationsScreen)
    owners = (
        *lists,
        SharedEnemyApp,
        TableScreen,
        ReplayScreen,
        ReviewScreen,
        VerdictScreen,
        PageScreen,
        Help,
    )
    bound = (each for owner in owners for each in owner.BINDINGS if isinstance(each, Binding))
    own = (each for each in bound if each.id not in FIXED)
    keys = {each.id: tuple(each.key.split(",")) for each in own if each.id is not None}
    return keys | {PALETTE: (App.COMMAND_PALETTE_BINDING,)}


class Help(PageScreen):
    """The help page for a scenario, for a position of it, and for the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "rulebook", "keys.rulebook", id="help.rulebook"),
        Binding("w", "words", "keys.words", id="help.words"),
    ]

    def __init__(
        self,
        scenario: Scenario,
        seen: Board | None = None,
        here: frozenset[str] = frozenset(),
        permissions: Permissions = Permissions(),  # noqa: B008 - it is frozen
        own: Mapping[str, str] = MappingProxyType({}),
        *,
        topic: str = "",
    ) -> None:
        """``seen``: the table that it is asked for at; as a game starts if it is not given.
        ``here``: the ids of the bindings of what has the focus; ``permissions``: what is allowed.
        ``own``: by the id of a binding the keys that the player has set, with commas between.
        ``topic``: what it is asked for at, of ``TOPICS``; empty if that is none of them.
        """
        book = Rulebook(scenario)
        self._voice = voice = Voice(book)
        shown = seen or board(voice, start(book))
        allowed = [name for name in EXPLAINED if permissions.allows(name)]
        now = [name for name in allowed if EXPLAINED[name].bindings & {*here, *EVERYWHERE}]
        keys = _keys(voice, "here", now, own)
        signs = _signs(voice)
        rules = [*_rules(voice), *_goals(voice, shown)]
        others = _keys(voice, "elsewhere", [name for name in allowed if name not in now], own)
        scenes = [row for name in TOPICS if name != topic for row in _scene(voice, name)]
        first = _scene(voice, topic) if topic else []
        # Who asks wants to know what this is: at a table, what all that stands there means. Then
        # what can be done here, and what the game is about.
        what, later = (signs, []) if seen else ([], signs)
        rows = [*first, *what, *keys, say(""), *rules, *later, *scenes, *others]
        super().__init__(voice.say("help.title"), lines(rows))

    def action_rulebook(self) -> None:
        """Everything that the scenario holds."""
        self.app.push_screen(RulebookPage(self._voice))

    def action_words(self) -> None:
        """What the words of the game mean."""
        self.app.push_screen(GlossaryPage(self._voice))


def _scene(voice: Voice, name: str) -> list[Content]:
    """What is to be done in one of the scenes."""
    title, text = voice.say(f"help.topic.{name}.title"), voice.say(f"help.topic.{name}.text")
    return [_heading(title), say(text), say("")]


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
        say((voice.say("help.tracks"), DIM), " ", _bars(voice)),
        say((voice.say("help.ladder"), DIM), " ", _rungs(voice)),
        say((voice.say("help.numbers"), DIM), " ", _moves(voice)),
    ]
    if any(motion.excludes for motion in voice.scenario.motions):
        fork = voice.say("help.fork", row=EITHER_OR)
        rows.append(say((voice.say("help.forks"), DIM), " ", fork))
    return [*rows, *dangers, say("")]


def _bars(voice: Voice) -> str:
    """What stands beside the name of a track, and in its bar."""
    return voice.say("help.dangers", goal=TICK, danger=RISK, gained=GAINED, lost=LOST)


def _rungs(voice: Voice) -> str:
    """What the ladder is drawn with."""
    return voice.say(
        "help.rungs", solid=SOLID, drawn=DRAWN, broken=BROKEN, fresh=FRESH, glass=GLASS
    )


def _moves(voice: Voice) -> str:
    """What stands before a number that has moved."""
    return voice.say("help.moved", more=of_move(1), less=of_move(-1))


def _card(ready: bool, record: bool) -> str:  # noqa: FBT001 - a key of the signs
    if record:
        return "ready_record" if ready else "spent_record"
    return "ready" if ready else "spent"


def _keys(voice: Voice, where: str, names: Sequence[str], own: Mapping[str, str]) -> list[Content]:
    # Every row is wrapped here, so that the second one stands below the words, not the keys.
    rows = [
        say((f"{keys:<{KEYS}}", STRONG), words)
        for name in names
        for keys, words in zip_longest(
            wrap(_pressed(voice, EXPLAINED[name].shown, own), KEYS - 1),
            wrap(voice.say(f"help.key.{name}"), READ - KEYS),
            fillvalue="",
        )
    ]
    return [_heading(voice.say(f"help.keys.{where}")), *rows]


def _pressed(voice: Voice, ids: tuple[str, ...], own: Mapping[str, str]) -> str:
    """The keys of some bindings: the first of each, then what else does the same."""
    bound = bindings() | {each: tuple(keys.split(",")) for each, keys in own.items()}
    first = [bound[each][0] for each in ids]
    others = [key for each in ids for key in bound[each][1:] if key not in first]
    keys, more = (" ".join(key_name(voice, key) for key in some) for some in (first, others))
    return voice.say("help.name.or", keys=keys, others=more) if more else keys


def key_name(voice: Voice, key: str) -> str:
    """What a key is called, by its name in a binding."""
    return voice.say(f"help.name.{NAMED[key]}") if key in NAMED else format_key(key)
