"""The library of saves: choosing one, and keeping them in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.export.beside import exported
from game.match import Entry, Library, MatchError
from game.review.saves import ORDERS, in_order
from game.telling.messages import english
from game.telling.saves import facts, found, heading, origin, row
from game.text import clean
from game.text.cells import cells
from game.tui.draw.styles import BAD, DIM, STRONG, fit, lines, say
from game.tui.looker import Looker, SavesListed
from game.tui.screens.ask import Ask
from game.tui.screens.export import ExportScreen
from game.tui.screens.front import Front
from game.tui.screens.question import Question
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.long_list import LongList
from game.tui.widgets.menu import Row
from game.tui.widgets.text_pane import TextPane

_NAME = 28
"""Cells of the column of names, at most."""
_NAMED = 50
"""Cells of that and what is played."""


class Saves(LongList[Entry]):
    """There may be many of them: here PgUp and PgDn are for the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", "keys.page_down", show=False, id="saves.page_down"),
        Binding("pageup", "page_up", "keys.page_up", show=False, id="saves.page_up"),
    ]


class SavesScreen(Front[Path | None]):
    """Lists saves; dismissed with the file that was chosen, or nothing.

    Args:
        library: the saves.
        unfinished: whether only those are shown that can be resumed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("slash", "filter", "keys.find", key_display="/", id="saves.filter"),
        Binding("o", "sort", "keys.order", id="saves.sort"),
        Binding("r", "rename", "keys.rename", id="saves.rename"),
        Binding("c", "copy", "keys.copy", id="saves.copy"),
        Binding("e", "export", "keys.export", id="saves.export"),
        Binding("d", "delete", "keys.delete", id="saves.delete"),
        Binding("u", "restore", "keys.undelete", show=False, id="saves.restore"),
        Binding("n", "new_game", "keys.new_game", show=False, id="saves.new"),
        Binding("q,escape,backspace", "leave", "keys.back", key_display="q", id="saves.leave"),
    ]

    def __init__(self, library: Library, *, unfinished: bool) -> None:
        super().__init__()
        self._title = _say("saves.page.resume" if unfinished else "saves.page.replay")
        self._library = library
        self._unfinished = unfinished
        self._order = next(iter(ORDERS))
        self._wanted = ""
        self._entries: dict[Path, Entry] = {}
        """Every save, as it is known by now."""
        self._places: dict[Path, int] = {}
        """In which line it stands, if it is listed."""
        self._listed = False
        """Whether the folder has been looked at."""
        self._left = 0
        """How many of them are not looked at yet."""
        self._at: Path | None = None
        """The save that is to be under the cursor when the folder has been looked at."""
        self.looker: Looker | None = None
        """What looks at the saves."""

    def compose(self) -> ComposeResult:
        yield Static(id="page-title")
        text = TextPane(id="preview", title=_say("screens.pane.match"))
        yield ListAndText(
            Saves(_line, id="saves", title=_say("screens.pane.matches")), text, long=True
        )
        yield Footer()

    def on_mount(self) -> None:
        self.looker = Looker(self._library, self)
        # What was there a moment ago is there at once, and then put right.
        self._take(self._library.remembered())
        self.looker.list()
        self.query_one(Saves).focus()
        self.watch(self.query_one(Saves), "scroll_y", self._prefer, init=False)

    def on_unmount(self) -> None:
        if self.looker is not None:
            self.looker.close()

    def on_saves_listed(self, event: SavesListed) -> None:
        """The folder was looked at: list what is in it."""
        self._listed = True
        at, self._at = self._at, None
        if at or event.entries != tuple(self._entries.values()):
            chosen = self._chosen
            self._take(event.entries, at or (chosen.path if chosen else None))
        else:
            self._say_what_is_there()

    def _take(self, entries: tuple[Entry, ...], at: Path | None = None) -> None:
        """Have all saves as they are known now."""
        self._entries = {entry.path: entry for entry in entries}
        self._left = sum(not entry.looked_at for entry in entries)
        self._fill(at)

    def on_saves_seen(self) -> None:
        """Saves were looked at: tell their lines anew. No other save is ever under the cursor."""
        assert self.looker is not None
        menu, more = self.query_one(Saves), []
        for entry in self.looker.take():
            before = self._entries.get(entry.path)
            self._left -= entry.looked_at and before is not None and not before.looked_at
            self._entries[entry.path] = entry
            place = self._places.get(entry.path)
            if place is not None:
                menu.change(place, entry)
                if place == menu.highlighted:
                    self._preview()
            elif self._belongs(entry):
                more.append(entry)
        if self._between(more):
            chosen = self._chosen
            self._fill(chosen.path if chosen else None)
        else:
            self._add(more)
            self._say_what_is_there()

    def _between(self, more: list[Entry]) -> bool:
        """Whether one of these has its place before what is listed, as the match that was just
        begun; only if the folder tells the order: else lines would move with each that is seen.
        """
        if not (more and self._places and ORDERS[self._order].at_a_glance):
            return False
        last = self._entries[next(reversed(self._places))]
        return in_order([last, *more], self._order)[0] is not last

    def _fill(self, at: Path | None = None) -> None:
        """List the saves anew, with this one under the cursor."""
        menu = self.query_one(Saves)
        menu.clear_options()
        self._places = {}
        entries = [entry for entry in self._sorted() if self._belongs(entry)]
        self._add(entries)
        if at in self._places:
            menu.highlighted = self._places[at]
        self._say_what_is_there()
        self._want()

    def _add(self, entries: list[Entry]) -> None:
        """Add lines at the end."""
        menu = self.query_one(Saves)
        begin = len(self._places)
        self._places |= {entry.path: place for place, entry in enumerate(entries, begin)}
        menu.add(entries)
        if entries and menu.highlighted is None:
            menu.highlighted = 0

    def _sorted(self) -> list[Entry]:
        """All saves in the order that was asked for."""
        return in_order(self._entries.values(), self._order)

    def _belongs(self, entry: Entry) -> bool:
        """Whether a save is listed here: one that can be resumed must be known to be such."""
        return (not self._unfinished or entry.unfinished) and found(english(), entry, self._wanted)

    def _want(self) -> None:
        """Have all looked at, in the order of the list, at the largest last."""
        if self.looker is not None:
            left = [entry for entry in self._sorted() if not entry.looked_at]
            self.looker.want(sorted(left, key=lambda entry: entry.large))
            self.call_after_refresh(self._prefer)

    def _prefer(self) -> None:
        """Have looked at first what is in view."""
        if self.looker is not None and self.is_attached:
            view = [entry for entry in self.query_one(Saves).in_view if not entry.looked_at]
            self.looker.prefer(view)

    def _say_what_is_there(self) -> None:
        """The line above the list: how many there are, and how many are not known yet."""
        count, order = f"{len(self._places):,}", _say(f"saves.order.{self._order}")
        told = [_say("saves.page.listed", saves=count, order=order)]
        if self._wanted:
            told = [_say("saves.page.found", saves=count, order=order, words=self._wanted)]
        if self._left:
            told.append(_say("saves.page.waiting", saves=f"{self._left:,}"))
        title = say((self._title, STRONG), "  ", (_say("names.list.semicolon").join(told), DIM))
        self.query_one("#page-title", Static).update(title, layout=False)
        if self._places:
            return
        nothing = "saves.page.nothing_found" if self._wanted else "saves.page.nothing"
        if self._left or not self._listed:
            nothing = "saves.page.looking"
        trouble = self._library.trouble
        self.query_one(TextPane).show(say((trouble, BAD)) if trouble else say(_say(nothing)))

    @property
    def _chosen(self) -> Entry | None:
        return self.query_one(Saves).chosen

    @property
    def _own(self) -> Entry | None:
        """The highlighted save, unless it is an example: those stay as they are."""
        entry = self._chosen
        if entry is not None and entry.shipped:
            self.notify(_say("saves.page.fixed"), markup=False)
            return None
        return entry

    def on_option_list_option_highlighted(self) -> None:
        """Preview the highlighted save."""
        self._preview()

    def _preview(self) -> None:
        entry = self._chosen
        if entry is not None:
            self.query_one(TextPane).show(_preview(entry))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a save."""
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing.path)

    # ------------------------------------------------------------------ keeping order

    def action_filter(self) -> None:
        """Show only the saves with a text in their name, scenario or outcome."""

        def answered(text: str | None) -> None:
            if text is not None:
                self._wanted = text
                self._fill()

        self.app.push_screen(Ask(_say("saves.page.find"), self._wanted, finds=True), answered)

    def action_sort(self) -> None:
        """Sort by something else."""
        orders = tuple(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        entry = self._chosen
        self._fill(entry.path if entry else None)

    def action_rename(self) -> None:
        """Give the highlighted save another name."""
        entry = self._own
        if entry is None:
            return

        def answered(name: str | None) -> None:
            if name:
                self._do(lambda: self._library.rename(entry.path, name))

        question = _say("saves.page.rename", name=entry.slug)
        self.app.push_screen(Ask(question, entry.slug), answered)

    def action_copy(self) -> None:
        """Copy the highlighted save; of a damaged one what is good."""
        entry = self._chosen
        if entry is not None:
            copy = self._library.rescue if entry.damage else self._library.copy
            self._do(lambda: copy(entry.path))

    def action_export(self) -> None:
        """Write the highlighted save in another format, into the folder of saves."""
        entry = self._chosen
        if entry is None:
            return

        def answered(to: str | None) -> None:
            if to is not None:
                self.notify(
                    exported(entry.path, to, self._library.directory), markup=False, timeout=10
                )

        self.app.push_screen(ExportScreen(), answered)

    def action_delete(self) -> None:
        """Move the highlighted save to the trash folder."""
        entry = self._own
        if entry is None:
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - the screen's result
            if yes:
                self._do(lambda: self._library.delete(entry.path))

        where = say((_say("saves.page.trash"), DIM))
        title = say((_say("saves.page.delete", name=entry.slug), STRONG))
        yes, no = _say("saves.page.yes"), _say("saves.page.no")
        self.app.push_screen(Question(title, where, yes, no, safe=False), answered)

    def action_restore(self) -> None:
        """Bring back what was deleted last."""
        trash = self._library.trash()
        if trash:
            last = max(trash, key=lambda path: path.stat().st_ctime_ns)
            self._do(lambda: self._library.restore(last))
        else:
            self.notify(_say("saves.page.empty"), markup=False)

    def _do(self, deed: Callable[[], Path]) -> None:
        try:
            path = deed()
        except MatchError as error:
            self.notify(clean(str(error)), severity="error", markup=False, timeout=10)
        else:
            self._at = path
            if self.looker is not None:
                self.looker.list()

    # ------------------------------------------------------------------ leaving

    async def action_new_game(self) -> None:
        """Choose none, and set up a match instead."""
        self.dismiss(None)
        await self.run_action("app.new_game")

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)


def _say(key: str, **places: str) -> str:
    return english().say(key, **places)


def _line(entry: Entry) -> Content:
    """What stands in the line of a save."""
    told = row(english(), entry)
    example = f"  {_say('saves.page.example')}" if entry.shipped else ""
    # What is played takes the room that a short name leaves.
    name = min(_NAME, max(cells(told.name), _NAMED - cells(told.scenario)))
    return say(
        fit(say((told.name, STRONG)), name),
        " ",
        fit(say(told.scenario), _NAMED - name),
        " ",
        (told.stands + example, DIM),
    )


def _preview(entry: Entry) -> Content:
    """What is known of a save, and what is wrong with it."""
    messages = english()
    rows = [
        say((heading(messages, entry), STRONG)),
        *map(say, facts(messages, entry)),
        say((origin(messages, entry), DIM)),
    ]
    if entry.damage:
        rows.append(say((entry.damage, BAD)))
    if entry.rescuable:
        rows.append(say(_say("saves.page.rescue")))
    return lines(rows)
