"""The ways from one place of the app to another: what opens, plays and shows matches."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from game.match import HUMAN, Library, Match, MatchError
from game.rules import Rulebook, RulesError
from game.scenario import MAIN, MILD, Scenario, ScenarioError, load, read_text
from game.scenario.cast import FIRST
from game.settings import LastSetup
from game.telling.board import Board
from game.telling.messages import english
from game.telling.voice import Voice
from game.text import clean
from game.tui.casting import Casting
from game.tui.permissions import Permissions
from game.tui.screens.front import Front

if TYPE_CHECKING:
    from game.match import Entry
    from game.review.shelf import ReviewShelf
    from game.tui.app import SharedEnemyApp
    from game.tui.screens.lessons import TakeUp
    from game.tui.screens.new_game import Setup
    from game.tui.screens.saves import SavesScreen
    from game.tui.screens.table import TableScreen

_FAULTS = (MatchError, ScenarioError, RulesError)


class Navigation:
    """Goes to places.

    Args:
        app: the app whose screens are changed.
        library: where matches are kept.
        permissions: what may be done on this machine.
    """

    def __init__(self, app: SharedEnemyApp, library: Library, permissions: Permissions) -> None:
        self._app = app
        self.library = library
        self.last: Entry | None = None
        """The match to resume, as far as the title has found it."""
        self.at_table: Match | None = None
        """The match that was played last, until the title has seen that it was left."""
        self._permissions = permissions
        self.casting = Casting(processes=permissions.processes)

    @cached_property
    def reviews(self) -> ReviewShelf:
        """The review that was read last."""
        from game.review.shelf import ReviewShelf  # noqa: PLC0415 - not before one is looked for

        return ReviewShelf()

    # ------------------------------------------------------------------ a match

    def play(self, match: Match) -> None:
        """Sit down at a match: its verdict if it is over, else the table."""
        from game.tui.screens.table import TableScreen  # noqa: PLC0415 - a screen is imported when it opens

        taught = self._taught(match)
        if match.verdict is not None and not taught:
            from game.tui.screens.verdict import VerdictScreen  # noqa: PLC0415 - a screen is imported when it opens

            self._go(VerdictScreen(match))
            return
        opponents = self.casting.at_table(match)
        if isinstance(opponents, Exception):
            match.close()
            self._complain(opponents)
            return
        coach = partial(self.casting.coach, match)
        self._go(TableScreen(match, opponents, coach, self._app.settings))
        self.at_table = match
        match.use()  # what was played before has only now been put away

    def _taught(self, match: Match) -> bool:
        """Whether a match is a lesson whose last page has not been left; if its file cannot be used
        any more that is said.
        """
        if match.read_only or not match.header.lesson:
            return False
        from game.teaching.tutor import tutor_of  # noqa: PLC0415 - in lessons only

        try:
            tutor = tutor_of(match)
        except (ScenarioError, RulesError) as error:
            gone = english().say("lesson.gone", why=str(error))
            self._app.notify(clean(gone), severity="warning", markup=False, timeout=15)
            return False
        return tutor is not None and not tutor.free

    def replay(self, match: Match) -> None:
        """Step through a match."""
        from game.tui.screens.replay import ReplayScreen  # noqa: PLC0415 - a screen is imported when it opens

        self._go(ReplayScreen(match))

    def play_on(self, match: Match, variation: int, ply: int) -> None:
        """Play on from a position of a match: as whom, and against whom, is asked first."""
        from game.tui.screens.seats import SeatsScreen  # noqa: PLC0415 - a screen is imported when it opens

        line = match.tree.variations[variation]

        def chosen(seats: tuple[str, str] | None) -> None:
            if seats is None:
                return
            from game.match.writing import owned  # noqa: PLC0415 - not before one plays on

            try:
                own = owned(match, self.library)
                if seats == line.seats and ply == len(line.timeline.decisions):
                    own.go(variation)
                else:
                    own.branch(ply, variation=variation, seats=seats)
            except _FAULTS as error:
                self._complain(error)
            else:
                self.play(own)

        self._app.push_screen(SeatsScreen(match.scenario, line.seats), chosen)

    def close(self) -> None:
        """End whoever thinks."""
        self.casting.close()

    def sit_down(self, match: Match) -> None:
        """Take the seat at a match that was only watched, if whoever played it has left."""
        if match.journal is None:
            return
        try:
            own = Match.open(match.journal.anew())
        except _FAULTS as error:
            self._complain(error)
        else:
            if not own.read_only:
                self.play(own)
                return
            self._app.notify(clean(own.trouble or ""), severity="warning", markup=False)
        from game.tui.screens.table import TableScreen  # noqa: PLC0415 - a screen is imported when it opens

        for table in self._app.screen_stack:
            if isinstance(table, TableScreen) and table.match is match:
                table.changed()  # what was taken there is offered again

    def _go(self, screen: Screen[None]) -> None:
        """Show a screen right above the title."""
        self.title()
        self._app.push_screen(screen)

    def _open(self, path: Path, then: Callable[[Match], None], *, read_only: bool) -> None:
        if not read_only and (table := self._table_of(path)) is not None:
            while self._app.screen is not table:
                self._app.pop_screen()
            return
        try:
            match = Match.open(self.library.journal(path), read_only=read_only)
        except _FAULTS as error:
            self._complain(error)
        else:
            then(match)

    def _table_of(self, path: Path) -> TableScreen | None:
        """The table at which a save is being played here already."""
        from game.tui.screens.table import TableScreen  # noqa: PLC0415 - a screen is imported when it opens

        for screen in self._app.screen_stack:
            if isinstance(screen, TableScreen) and not screen.match.read_only:
                journal = screen.match.journal
                if journal is not None and journal.path.resolve() == path.resolve():
                    return screen
        return None

    def _begin(self, setup: Setup | None) -> None:
        if setup is None:
            return

        one, other = setup.seats

        def make() -> Match:
            text, where = read_text(setup.scenario)
            return Match.new(
                text,
                where,
                seats=setup.seats,
                seed=setup.seed,
                variant=setup.variant,
                journal=self.library.create(setup.name),
                names=self._app.settings.player_names((one == HUMAN, other == HUMAN)),
            )

        last = LastSetup(setup.scenario, setup.variant, setup.seats)
        self._begun(make, lambda: self._app.change_settings(last=last))

    def rematch(self, match: Match, *, swapped: bool) -> None:
        """Play what has been played once more, with other news; swapped, from the other sides."""
        from game.match.rematch import rematch  # noqa: PLC0415 - not before it is asked for
        from game.match.seeds import new_seed  # noqa: PLC0415 - likewise

        def make() -> Match:
            journal = self.library.create(None, title=match.scenario.title)
            return rematch(match, journal, new_seed(), swapped=swapped)

        self._begun(make)

    def _begun(self, make: Callable[[], Match], then: Callable[[], None] = lambda: None) -> None:
        """Begin a match and play it; then do what is to be done when it has begun."""
        try:
            match = make()
        except _FAULTS as error:
            self._complain(error)
        else:
            then()
            self.play(match)

    def _complain(self, error: Exception) -> None:
        self._app.notify(clean(str(error)), severity="error", markup=False, timeout=15)

    # ------------------------------------------------------------------ from the title

    def title(self) -> None:
        """Back to the title screen. A match that was being played is free to be opened at once."""
        while len(self._app.screen_stack) > 1:
            left = self._app.screen
            self._app.pop_screen()
            if isinstance(left, Front):
                left.put_away()

    def new_game(self, scenario: str | None = None) -> None:
        """Set up a match, and play it."""
        from game.tui.screens.new_game import NewGameScreen  # noqa: PLC0415 - a screen is imported when it opens

        if not isinstance(self._app.screen, NewGameScreen):
            last = self._app.settings.last
            self._app.push_screen(NewGameScreen(self.library, scenario, last), self._begin)

    def first(self) -> bool:
        """Whoever begins here for the first time is asked how; then never again. Whether it is."""
        own = any(not entry.shipped for entry in self.library.remembered())
        if not self._app.preferences.fresh or own or self._app.covered:
            return False
        from game.tui.screens.first import FirstScreen  # noqa: PLC0415 - a screen is imported when it opens

        def chosen(way: str | None) -> None:
            self._app.change_settings()
            if way is not None:
                self._begin_first(way)

        self._app.push_screen(FirstScreen(), chosen)
        return True

    def _begin_first(self, way: str) -> None:
        """Straight into what was chosen at the first start."""
        from game.tui.screens.first import ALONE, LEARN, TOGETHER  # noqa: PLC0415 - as it opened
        from game.tui.screens.new_game import Setup  # noqa: PLC0415 - likewise

        if way == LEARN:
            self.lessons()
            return
        from game.match.seeds import new_seed  # noqa: PLC0415 - as it opened
        from game.telling.opponents import to_choose_from  # noqa: PLC0415 - likewise

        offered = [each.name for each in to_choose_from(english(), load(MILD))]
        easiest = FIRST if FIRST in offered else offered[0]
        other = next(each for each in offered if each != easiest)
        seats = (other, easiest)
        if way in (ALONE, TOGETHER):
            seats = (HUMAN, easiest if way == ALONE else HUMAN)
        self._begin(Setup(MILD, None, seats, new_seed(), self.library.new_slug(MILD)))

    def lessons(self) -> None:
        """Choose a lesson, and begin it or go on with it."""
        from game.tui.screens.lessons import LessonsScreen  # noqa: PLC0415 - a screen is imported when it opens

        def chosen(way: TakeUp | None) -> None:
            if way is not None and way.save is not None:
                self._open(way.save, self.play, read_only=False)
            elif way is not None:
                self.teach(way.lesson)

        if not isinstance(self._app.screen, LessonsScreen):
            self._app.push_screen(LessonsScreen(self.library), chosen)

    def teach(self, name: str | None) -> None:
        """Begin a lesson, or show all of them."""
        if name is None:
            self.title()
            self.lessons()
            return
        from game.teaching.begin import begin_lesson  # noqa: PLC0415 - not before it is asked for

        self._begun(lambda: begin_lesson(name, self.library))

    def resume_last(self) -> None:
        """Go on with the last match that is not over."""
        last = self.last
        if last is None:
            self._app.notify(english().say("title.none_waits"), markup=False)
        else:
            self._open(last.path, self.play, read_only=False)

    def resume(self) -> None:
        """Choose a match that is not over, and go on with it."""
        from game.tui.screens.saves import SavesScreen  # noqa: PLC0415 - a screen is imported when it opens

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._open(path, self.play, read_only=False)

        self._choose(SavesScreen(self.library, unfinished=True), chosen)

    def choose_replay(self) -> None:
        """Choose any match, and step through it."""
        from game.tui.screens.saves import SavesScreen  # noqa: PLC0415 - a screen is imported when it opens

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._open(path, self.replay, read_only=True)

        self._choose(SavesScreen(self.library, unfinished=False), chosen)

    def _choose(self, saves: SavesScreen, chosen: Callable[[Path | None], None]) -> None:
        """Show a list of saves, in the place of one that is in front already."""
        if isinstance(self._app.screen, type(saves)):
            self._app.pop_screen()
        self._app.push_screen(saves, chosen)

    def scenarios(self) -> None:
        """Show what can be played."""
        from game.tui.screens.catalogue import CatalogueScreen  # noqa: PLC0415 - a screen is imported when it opens

        if not isinstance(self._app.screen, CatalogueScreen):
            self._app.push_screen(CatalogueScreen())

    def settings(self) -> None:
        """Show what is set, and set it."""
        from game.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - a screen is imported when it opens

        if not any(isinstance(each, SettingsScreen) for each in self._app.screen_stack):
            self._app.push_screen(SettingsScreen(self._app.preferences))

    def help(self) -> None:
        """Show the help page; if it is in front, put it away."""
        from game.tui.screens.help import Help  # noqa: PLC0415 - a screen is imported when it opens
        from game.tui.topics import topic  # noqa: PLC0415 - it knows the screens

        if isinstance(self._app.screen, Help):
            self._app.pop_screen()
        else:
            scenario, seen = self._at_hand()
            screen = self._app.screen
            here = screen.bound if isinstance(screen, Front) else frozenset()
            own = self._app.preferences.keys
            self._app.push_screen(
                Help(scenario, seen, here, self._permissions, own, topic=topic(screen))
            )

    def palette(self) -> None:
        """Open the palette, if it is not open."""
        from game.tui.modal import Palette  # noqa: PLC0415 - a screen is imported when it opens

        if not isinstance(self._app.screen, Palette):
            self._app.push_screen(Palette(id="--command-palette"))

    def rulebook(self) -> None:
        """Show everything that the scenario at hand holds, if it is not in front."""
        from game.tui.screens.reference import RulebookPage  # noqa: PLC0415 - a screen is imported when it opens

        if not isinstance(self._app.screen, RulebookPage):
            self._app.push_screen(RulebookPage(Voice(Rulebook(self._at_hand()[0]))))

    def words(self) -> None:
        """Show what the words of the game mean, if that is not in front."""
        from game.tui.screens.reference import GlossaryPage  # noqa: PLC0415 - a screen is imported when it opens

        if not isinstance(self._app.screen, GlossaryPage):
            self._app.push_screen(GlossaryPage(Voice(Rulebook(self._at_hand()[0]))))

    def _at_hand(self) -> tuple[Scenario, Board | None]:
        """What is played on the screen in front or below it, else the main scenario."""
        from game.tui.parts.study import Study  # noqa: PLC0415 - not before anything is studied

        for screen in reversed(self._app.screen_stack):
            study = getattr(screen, "study", None)
            if isinstance(study, Study):
                return study.match.scenario, study.board
            match = getattr(screen, "match", None)
            if isinstance(match, Match):
                return match.scenario, None
        return load(MAIN), None
