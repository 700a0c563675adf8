"""Setting up a match: scenario, start, who plays, seed, name."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Select, Static

from game.match import Library, SaveError
from game.match.names import LONGEST
from game.match.seeds import new_seed
from game.opponents import HUMAN
from game.review.last_won import last_won
from game.review.tallies import AT_ONCE, has_finished, library_tallies
from game.rules import Rulebook
from game.scenario import MAIN, Scenario, load, scenarios
from game.scenario.cast import FIRST
from game.settings import LastSetup
from game.telling.messages import english
from game.telling.opponents import Sitter, to_choose_from
from game.telling.suggested import Suggested, suggested
from game.telling.voice import Voice
from game.tui.draw.styles import BAD, DIM, STRONG, lines, say, spread
from game.tui.screens.front import Front
from game.tui.screens.front import Input as Sent
from game.tui.screens.who import WhoScreen
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.line import LineInput
from game.tui.widgets.pick import Pick, line
from game.value import frozen

STANDARD = "standard"
EASY = "easy"
"""The start for whoever has never finished a game, where a scenario has it."""
MOST = 2**64 - 1
"""The largest seed."""
FIELD = 55
"""Cells of a field, up to the sign that it opens."""
WHO = ["who-0", "who-1"]
"""Per side what opens the list of those who can play it."""
ALONE, TOGETHER, WATCH = "alone", "together", "watch"


@frozen
class Setup:
    """What was chosen for a new match. ``variant`` is nothing for the standard start."""

    scenario: str
    variant: str | None
    seats: tuple[str, str]
    seed: int
    name: str


class NewGameScreen(Front[Setup | None]):
    """Asks for a setup; dismissed with it, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "app.help", "keys.help", key_display="F1", id="help"),
        Binding("f2", "start", "keys.begin", key_display="F2", id="new.start"),
        Binding("down", "app.focus_next", "keys.down", show=False, id="new.down"),
        Binding("up", "app.focus_previous", "keys.up", show=False, id="new.up"),
        Binding("right", "step(1)", "keys.next_value", show=False, id="new.next"),
        Binding("left", "step(-1)", "keys.last_value", show=False, id="new.last"),
        Binding("escape,q", "leave", "keys.back", key_display="Esc", id="new.leave"),
    ]
    AUTO_FOCUS = "#start"

    def __init__(
        self, library: Library, scenario: str | None = None, last: LastSetup | None = None
    ) -> None:
        super().__init__()
        self._library = library
        self._shipped = [each for each in scenarios() if each.error is None]
        self._shipped.sort(key=lambda each: each.id != MAIN)  # the main one first
        self._last = last
        wanted = scenario or (last.scenario if last else MAIN)
        first = self._shipped[0].id
        self._first = wanted if wanted in {each.id for each in self._shipped} else first
        self._scenario: Scenario | None = None
        self._sitters: dict[str, Sitter] = {}
        self._suggested = self._suggestion()
        seats = last.seats if last else (HUMAN, FIRST)
        seats = self._suggested.seats if self._suggested else seats
        people = [side for side in (0, 1) if seats[side] == HUMAN]
        self._way = (WATCH, ALONE, TOGETHER)[len(people)]
        self._own = people[0] if people else 0
        self._who = [seat if seat != HUMAN else seats[1 - side] for side, seat in enumerate(seats)]
        """Per side who plays it if no person does."""

    def _suggestion(self) -> Suggested | None:
        """What to play after the last game, if that was won; nothing if something else was chosen
        since.
        """
        won, last = last_won(self._library), self._last
        if won is None or won.scenario != self._first:
            return None
        if last is not None and {*last.seats} != {*won.seats}:
            return None
        return suggested(english(), load(self._first), won)

    def too_early(self, event: Sent, seen: float) -> bool:
        return event.time < seen

    def compose(self) -> ComposeResult:
        words = english().say
        yield Static(say((words("setup.title"), STRONG)), id="page-title")
        with Box(classes="leaf"):
            yield from self._form(words)
        yield Footer()

    def _form(self, words: Callable[..., str]) -> ComposeResult:
        with VerticalScroll(id="form", classes="pane", can_focus=False) as form:
            form.border_title = say((words("screens.pane.match"), STRONG))
            shipped = [(say(each.title), each.id) for each in self._shipped]
            yield from _field(words("setup.scenario"), _pick(shipped, "scenario", self._first))
            standard = [(say(words("setup.standard")), STANDARD)]
            yield from _field(words("setup.start"), _pick(standard, "variant", STANDARD))
            ways = [(say(words(f"setup.{each}")), each) for each in (ALONE, TOGETHER, WATCH)]
            yield from _field(words("setup.way"), _pick(ways, "way", self._way))
            for side in (0, 1):
                who = Button(compact=True, id=WHO[side], classes="who")
                who.styles.line_pad = 0  # as the other fields; style sheets cannot say so
                yield from _field("", who, id=f"seat-{side}")
            yield from _field(words("setup.you_play"), _pick(standard, "own", STANDARD), id="side")
            seed = str(new_seed())
            yield from _field(
                words("setup.seed"), LineInput(seed, longest=len(str(MOST)), id="seed", digits=True)
            )
            yield from _field(words("setup.name"), LineInput(longest=LONGEST, id="name"))
            begin = Button(say(words("setup.begin")), variant="primary", compact=True, id="start")
            yield from _field("", begin)
            yield Static(id="fault")
            yield Static(id="about")
            yield Static(say((words("setup.keys"), DIM)), id="hint")

    def on_mount(self) -> None:
        self._show_scenario(self._first)

    def _start(self, scenario: Scenario) -> str:
        """The start that is offered first: the last choice, or the easy one for a first game."""
        starts = {each.id for each in scenario.variants}
        last = self._last
        if self._suggested is not None and scenario.id == self._first:
            return STANDARD
        if last is not None and last.scenario == scenario.id:
            return last.variant if last.variant and last.variant in starts else STANDARD
        return EASY if EASY in starts and not has_finished(self._library) else STANDARD

    def on_select_changed(self, event: Select.Changed) -> None:
        """Another scenario has other sides and starts; another way of playing other seats."""
        value = event.select.value  # what it is by now: lists that are filled anew tell of both
        if event.select.id == "scenario" and isinstance(value, str):
            self._show_scenario(value)
        elif event.select.id == "way" and isinstance(value, str):
            self._way = value
            self._show_seats()
        elif event.select.id == "variant":
            self._show_seats()
        elif event.select.id == "own" and value in ("0", "1") and int(str(value)) != self._own:
            # Whoever was chosen as the opponent goes to the other side with the person.
            self._own = 1 - self._own
            self._who.reverse()
            self._show_seats()

    def _show_scenario(self, name: str) -> None:
        if self._scenario is not None and self._scenario.id == name:
            return
        scenario = self._scenario = load(name)
        words = english().say
        starts = [(say(words("setup.standard")), STANDARD)]
        starts += [(line(each.name, each.about), each.id) for each in scenario.variants]
        variant = self.query_one("#variant", Select)
        variant.set_options(starts)
        variant.value = self._start(scenario)
        voice = Voice(Rulebook(scenario))
        sides = self.query_one("#own", Select)
        sides.set_options([(say(voice.side(side)), str(side)) for side in (0, 1)])
        sides.value = str(self._own)
        self._sitters = {each.name: each for each in to_choose_from(english(), scenario)}
        self.query_one("#name", LineInput).value = self._library.new_slug(scenario.id)
        self._show_seats()

    def _show_seats(self) -> None:
        """Who is to play, as far as it is to be chosen."""
        scenario = self._scenario
        assert scenario is not None  # one is chosen from the start
        words = english().say
        for side in (0, 1):
            shown = self._way == WATCH or (self._way == ALONE and side != self._own)
            field = self.query_one(f"#seat-{side}")
            field.display = shown
            label = scenario.sides[side].name if self._way == WATCH else words("setup.against")
            field.query_one(Label).update(say(label))
            sitter = self._sitter(side)
            chosen = sitter.title
            if sitter.hard:
                chosen = words("setup.chosen", name=sitter.title, hard=sitter.hard)
            self.query_one(f"#who-{side}", Button).label = spread(say(chosen), say("▼"), FIELD)
        self.query_one("#side").display = self._way == ALONE
        start = self.query_one("#variant", Select).value
        told = [say(each.about) for each in scenario.variants if each.id == start]
        if self._way == ALONE:
            sitter = self._sitter(1 - self._own)
            opposite = words("briefing.opposite", name=sitter.title, stance=sitter.stance)
            told.append(say(opposite))
        hint = self._suggested
        if hint is not None and (self._seats, start) == (hint.seats, STANDARD):
            told.insert(0, say((hint.why, STRONG)))
        self.query_one("#about", Static).update(lines([*told, say((scenario.summary, DIM))]))

    def _sitter(self, side: int) -> Sitter:
        """Who plays a side if no person does."""
        known = self._sitters
        return known.get(self._who[side]) or known.get(FIRST) or next(iter(known.values()))

    def action_step(self, by: int) -> None:
        """Whoever is next in the list plays the side that is marked."""
        marked = self.focused.id if isinstance(self.focused, Button) else None
        if marked in WHO:
            side, names = WHO.index(marked), list(self._sitters)
            at = names.index(self._sitter(side).name) + by
            self._who[side] = names[min(max(at, 0), len(names) - 1)]
            self._show_seats()

    def _choose(self, side: int) -> None:
        """Ask who plays a side."""
        scenario = self._scenario
        assert scenario is not None  # as above
        title = english().say("setup.opponent_title")
        if self._way == WATCH:
            title = english().say("setup.who_title", side=Voice(Rulebook(scenario)).named(side))

        def chosen(name: str | None) -> None:
            if name is not None:
                self._who[side] = name
                self._show_seats()

        sitters = tuple(self._sitters.values())
        played = library_tallies(self._library, AT_ONCE)
        self.app.push_screen(WhoScreen(title, sitters, self._sitter(side).name, played), chosen)

    @property
    def _seats(self) -> tuple[str, str]:
        """Per side who is to sit there."""
        if self._way == TOGETHER:
            return HUMAN, HUMAN
        person = self._own if self._way == ALONE else -1
        one, two = (HUMAN if side == person else self._sitter(side).name for side in (0, 1))
        return one, two

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id in WHO:
            self._choose(WHO.index(event.button.id))
        else:
            self.action_start()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_start()

    def action_start(self) -> None:
        """Start the match, or say what is missing."""
        seed = self.query_one("#seed", LineInput).number(MOST)
        if seed is None:
            self._complain(english().say("setup.bad_seed", most=MOST))
            return
        name = self.query_one("#name", LineInput).value.strip()
        try:
            self._library.create(name)
        except SaveError as error:
            self._complain(english().say("setup.bad_name", why=str(error)))
            return
        variant = str(self.query_one("#variant", Select).value)
        self.dismiss(
            Setup(
                scenario=str(self.query_one("#scenario", Select).value),
                variant=None if variant == STANDARD else variant,
                seats=self._seats,
                seed=seed,
                name=name,
            )
        )

    def _complain(self, fault: str) -> None:
        self.query_one("#fault", Static).update(say((fault, BAD)))

    def action_leave(self) -> None:
        """Back without a match."""
        self.dismiss(None)


def _field(label: str, widget: Widget, *, id: str | None = None) -> ComposeResult:  # noqa: A002 - Textual's word
    """A row of the form."""
    with Horizontal(classes="field", id=id):
        yield Label(say(label))
        yield widget


def _pick(options: list[tuple[Content, str]], id: str, value: str) -> Pick:  # noqa: A002 - as above
    """A choice among lines."""
    return Pick(options, value=value, allow_blank=False, compact=True, id=id)
