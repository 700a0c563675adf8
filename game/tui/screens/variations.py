"""The variations of a match: which lines of play were tried, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.match import Match, MatchError
from game.match.tree import Variation
from game.review.compare import DEEPEST, compare
from game.rules import Phase, Rulebook, verdict
from game.telling.messages import english, number
from game.telling.seat_names import sitters_named
from game.telling.voice import Voice
from game.text import clean
from game.tui.draw.styles import DIM, GOOD, STRONG, Part, fit, lines, say, side_style, worded
from game.tui.modal import Modal
from game.tui.screens.ask import Ask
from game.tui.screens.story import PageScreen
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane

WIDTH = 76
"""Cells of a row of the comparison."""

PAIR = 6
"""Cells of one value of both lines."""

Deed = Callable[[Match], None]
Write = Callable[[Deed], bool]
"""Does something to the match that is kept, and tells whether it was done."""


class VariationsScreen(Modal[int | None]):
    """Lists variations; dismissed with the number of the one to look at, or with nothing.

    Args:
        match: the match; only looked at here.
        write: how to change it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("c", "compare", "keys.compare", id="variations.compare"),
        Binding("r", "rename", "keys.rename", id="variations.rename"),
        Binding("p", "promote", "keys.promote", id="variations.promote"),
        Binding("q,escape,backspace", "leave", "keys.back", key_display="q", id="variations.leave"),
    ]

    def __init__(self, match: Match, write: Write) -> None:
        super().__init__()
        self._match = match
        self._write = write

    def compose(self) -> ComposeResult:
        yield Static(say((english().say("lines.title"), STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.lines"))
        text = TextPane(id="preview", title=english().say("screens.pane.line"))
        yield ListAndText(listed, text, long=True)
        yield Footer()

    def on_mount(self) -> None:
        self._fill(self._match.tree.current)

    def _fill(self, at: int) -> None:
        menu = self.query_one(Menu)
        ordered = self._match.tree.ordered()
        menu.clear_options()
        menu.add_options(
            Row(self._line(line, min(depth, DEEPEST)), line.number) for line, depth in ordered
        )
        menu.highlighted = [line.number for line, _ in ordered].index(at)
        menu.focus()

    @property
    def _chosen(self) -> int:
        row = self.query_one(Menu).highlighted_option
        return row.thing if isinstance(row, Row) else self._match.tree.current

    def _line(self, line: Variation, depth: int) -> Content:
        tree = self._match.tree
        indent = "  " * depth + ("└ " if depth else "")
        marks: list[Part] = []
        if line.number == tree.main:
            marks += [" ", (english().say("lines.main"), GOOD)]
        if line.number == tree.current:
            marks += [" ", (english().say("lines.current"), DIM)]
        name = (f"{line.number}  {_name(line)}", STRONG)
        return say(indent, name, "  ", (_stands(line), DIM), *marks)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell where the highlighted variation comes from and how it stands."""
        if not isinstance(event.option, Row):
            return
        line = self._match.tree.variations[event.option.thing]
        self.query_one(TextPane).show(_about(self._match, line))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Look at a variation."""
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing)

    def action_compare(self) -> None:
        """This variation beside the main line."""
        tree = self._match.tree
        other = tree.variations[self._chosen]
        self.app.push_screen(Beside(self._match.book, tree.variations[tree.main], other))

    def action_rename(self) -> None:
        """Call it something else."""
        number = self._chosen

        def answered(name: str | None) -> None:
            if name is not None:
                self._do(lambda match: match.name(number, name))

        line = self._match.tree.variations[number]
        question = english().say("lines.rename")
        self.app.push_screen(Ask(question, line.name, longest=60), answered)

    def action_promote(self) -> None:
        """Make it the main line."""
        number = self._chosen
        self._do(lambda match: match.promote(number))

    def _do(self, deed: Deed) -> None:
        try:
            done = self._write(deed)
        except MatchError as error:
            self.notify(clean(str(error)), severity="error", markup=False)
            return
        if done:
            self._fill(self._chosen)

    def action_leave(self) -> None:
        """Back without a choice."""
        self.dismiss(None)


class Beside(PageScreen):
    """Two lines of play beside each other, round by round."""

    def __init__(self, book: Rulebook, first: Variation, second: Variation) -> None:
        super().__init__(english().say("lines.two"), draw_beside(book, first, second))


def draw_beside(book: Rulebook, first: Variation, second: Variation) -> Content:
    """Where they part, the tracks at the end of every round, and the verdicts; for 80 columns."""
    one, other = first.timeline, second.timeline
    seen = compare(book, (one.decisions, one.states), (other.decisions, other.states))
    voice, names = Voice(book), [_name(line) for line in (first, second)]
    left, right = ((name, STRONG) for name in names)
    rows = [
        worded(voice, "lines.beside", left=left, right=right),
        say(voice.say("lines.shared", decisions=seen.shared)),
    ]
    rounds = voice.say("lines.round")
    tracks = [voice.track(name) for name in book.track_ids]
    width = max(len(name) for name in (rounds, *tracks)) + 2
    many = max(1, (WIDTH - width) // PAIR)
    for first_row in range(0, len(seen.rows), many):
        part = seen.rows[first_row : first_row + many]
        numbers = [fit(say((str(row.round), STRONG)), PAIR) for row in part]
        rows += [say(""), say(fit(say((rounds, STRONG)), width), *numbers)]
        for place, name in enumerate(tracks):
            cells = [fit(_pair(*row.tracks[place]), PAIR) for row in part]
            rows.append(say(fit(say((name, DIM)), width), *cells))
    rows.append(say(""))
    for name, end in zip(names, seen.verdicts, strict=True):
        if end is None:
            rows.append(worded(voice, "lines.not_over", line=(name, STRONG)))
            continue
        title = voice.scenario.epilogues[end.name].title
        one_final, other_final = end.final
        rows.append(
            worded(
                voice,
                "lines.over",
                line=(name, STRONG),
                title=title,
                first=one_final,
                second=other_final,
            )
        )
    return lines(rows)


def _pair(left: int | None, right: int | None) -> Content:
    one, other = ("–" if value is None else number(value) for value in (left, right))
    return say((one, DIM)) if one == other else say((f"{one}|{other}", STRONG))


def _name(line: Variation) -> str:
    return line.name or _title(line)


def _title(line: Variation) -> str:
    if line.parent < 0:
        return english().say("lines.first")
    return english().say("lines.after", ply=line.ply, parent=line.parent)


def _stands(line: Variation) -> str:
    state = line.timeline.state
    if state.phase is not Phase.END:
        count = len(line.timeline.decisions)
        return english().say("lines.stands", round=state.round, decisions=count)
    book = line.timeline.book
    return book.scenario.epilogues[verdict(book, state).name].title


def _about(match: Match, line: Variation) -> Content:
    state, book = line.timeline.state, match.book
    voice = Voice(book)
    rows = [say((_name(line), STRONG))]
    if line.name:
        rows.append(say(_title(line)))
    if line.by:
        side = book.side_ids.index(line.by)
        name = (voice.named_first(side), side_style(book, side))
        if line.price:
            rows.append(worded(voice, "lines.taken_for", side=name, price=line.price))
        else:
            rows.append(worded(voice, "lines.taken", side=name))
    scores = tuple(state.tracks[track] for track in book.score)
    if state.phase is Phase.END:
        scores = verdict(book, state).final
    first, second = (
        voice.say("lines.score", side=voice.side_short(side), score=score)
        for side, score in enumerate(scores)
    )
    about = voice.say("lines.about", stands=_stands(line), first=first, second=second)
    sitting = sitters_named(voice.messages, match.scenario, line.seats, match.header.names)
    seats = voice.say("lines.seats", seats=voice.items(sitting))
    return lines([*rows, say(about), say((seats, DIM))])
