"""The library of saves: choosing one, and keeping them in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.match import Entry, Library, MatchError
from game.review.words import plain
from game.scenario.text import clean
from game.tui.draw.ink import BAD, DIM, STRONG, lines, say
from game.tui.screens.ask import Ask
from game.tui.screens.export import ExportScreen, exported
from game.tui.screens.front import Front
from game.tui.screens.question import Question
from game.tui.widgets.footer import Footer
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.reading import Reading

ORDERS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    "last played": lambda entry: (entry.shipped, -entry.modified, entry.slug),
    "name": lambda entry: (entry.slug,),
    "scenario": lambda entry: (entry.scenario, entry.slug),
    "round": lambda entry: (-entry.round, entry.slug),
}
"""By what the list can be sorted."""


class Saves(Menu):
    """There may be many of them: here PgUp and PgDn are for the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", "Page down", show=False, id="saves.page_down"),
        Binding("pageup", "page_up", "Page up", show=False, id="saves.page_up"),
    ]


class SavesScreen(Front[Path | None]):
    """Lists saves; dismissed with the file that was chosen, or nothing.

    Args:
        library: the saves.
        unfinished: whether only those are shown that can be resumed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="help"),
        Binding("slash", "filter", "Find", key_display="/", id="saves.filter"),
        Binding("o", "sort", "Order", id="saves.sort"),
        Binding("r", "rename", "Rename", id="saves.rename"),
        Binding("c", "copy", "Copy", id="saves.copy"),
        Binding("e", "export", "Export", id="saves.export"),
        Binding("d", "delete", "Delete", id="saves.delete"),
        Binding("u", "restore", "Undelete", show=False, id="saves.restore"),
        Binding("n", "new_game", "New game", show=False, id="saves.new"),
        Binding("q,escape,backspace", "leave", "Back", key_display="q", id="saves.leave"),
    ]

    def __init__(self, library: Library, *, unfinished: bool) -> None:
        super().__init__()
        self._title = "Resume which match?" if unfinished else "Step through which match?"
        self._library = library
        self._unfinished = unfinished
        self._order = 0
        self._wanted = ""
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        yield Static(id="page-title")
        yield Saves(id="saves")
        yield Reading(id="preview")
        yield Footer()

    def on_mount(self) -> None:
        self._fill()
        self.query_one(Saves).focus()

    def _fill(self, at: str = "") -> None:
        """List the saves anew, with the one of this name under the cursor."""
        order = tuple(ORDERS)[self._order]
        wanted = self._wanted.casefold()
        self._entries = [
            entry
            for entry in sorted(self._library.list(), key=ORDERS[order])
            if (not self._unfinished or entry.unfinished)
            and wanted in f"{entry.slug} {entry.title} {entry.scenario} {entry.outcome}".casefold()
        ]
        found = f", with “{self._wanted}” in it" if self._wanted else ""
        facts = f"  {len(self._entries)}, by {order}{found}"
        self.query_one("#page-title", Static).update(say((self._title, STRONG), (facts, DIM)))
        menu = self.query_one(Saves)
        menu.clear_options()
        menu.add_options(
            Row(_line(entry, example=self._library.is_example(entry.path)), entry)
            for entry in self._entries
        )
        places = [place for place, entry in enumerate(self._entries) if entry.slug == at]
        if self._entries:
            menu.highlighted = places[0] if places else 0
        else:
            hint = "Press / and Enter to see all." if self._wanted else "Press n for a new game."
            self.query_one(Reading).show(say(f"There is none. {hint}"))

    @property
    def _chosen(self) -> Entry | None:
        row = self.query_one(Saves).highlighted_option
        return row.thing if isinstance(row, Row) else None

    @property
    def _own(self) -> Entry | None:
        """The highlighted save, unless it is an example: those stay as they are."""
        entry = self._chosen
        if entry is not None and self._library.is_example(entry.path):
            self.notify("An example stays as it is; c copies it.", markup=False)
            return None
        return entry

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Preview the highlighted save."""
        entry = self._chosen
        if entry is not None and event.option is self.query_one(Saves).highlighted_option:
            self.query_one(Reading).show(_preview(entry))

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

        self.app.push_screen(Ask("Find saves with this in them", self._wanted), answered)

    def action_sort(self) -> None:
        """Sort by something else."""
        self._order = (self._order + 1) % len(ORDERS)
        entry = self._chosen
        self._fill(entry.slug if entry else "")

    def action_rename(self) -> None:
        """Give the highlighted save another name."""
        entry = self._own
        if entry is None:
            return

        def answered(name: str | None) -> None:
            if name:
                self._do(lambda: self._library.rename(entry.path, name))

        self.app.push_screen(Ask(f"Another name for “{entry.slug}”", entry.slug), answered)

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

        where = say(("It goes to the trash folder; u brings the last one back.", DIM))
        title = say((f"Delete “{entry.slug}”?", STRONG))
        self.app.push_screen(Question(title, where, "Delete", "Keep", safe=False), answered)

    def action_restore(self) -> None:
        """Bring back what was deleted last."""
        trash = self._library.trash()
        if trash:
            last = max(trash, key=lambda path: path.stat().st_ctime_ns)
            self._do(lambda: self._library.restore(last))
        else:
            self.notify("The trash folder is empty.", markup=False)

    def _do(self, deed: Callable[[], Path]) -> None:
        try:
            path = deed()
        except MatchError as error:
            self.notify(clean(str(error)), severity="error", markup=False, timeout=10)
        else:
            self._fill(path.stem)

    # ------------------------------------------------------------------ leaving

    async def action_new_game(self) -> None:
        """Choose none, and set up a match instead."""
        self.dismiss(None)
        await self.run_action("app.new_game")

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)


def _line(entry: Entry, *, example: bool) -> Content:
    stands = f"round {entry.round} of {entry.rounds}" if entry.verdict is None else entry.outcome
    if entry.damage:
        stands = "damaged" if entry.scenario else "cannot be read"
    return say(
        (f"{entry.slug:<28.28} ", STRONG),
        f"{entry.scenario:<22.22} ",
        (stands + "  (example)" * example, DIM),
    )


def _preview(entry: Entry) -> Content:
    if not entry.scenario and entry.damage:
        # Not even the first line can be read: there is nothing to tell of it, or to copy.
        return lines(
            [say((entry.slug, STRONG)), say((str(entry.path), DIM)), say((entry.damage, BAD))]
        )
    scores = entry.scores if entry.final is None else entry.final
    rows = [
        say((entry.title or entry.slug, STRONG)),
        say(f"{entry.scenario}; seats: {', '.join(entry.seats)}"),
        say(
            f"Round {entry.round} of {entry.rounds}, {entry.decisions} decisions; "
            f"scores {' : '.join(map(plain, scores))}; {entry.outcome}"
        ),
        say((f"Seed {entry.seed}; head code {entry.head_code}; {entry.path}", DIM)),
    ]
    if entry.damage:
        rows.append(say((entry.damage, BAD)))
        rows.append(say("c copies what is good of it to a new save."))
    return lines(rows)
