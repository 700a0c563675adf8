"""Thinking in other processes is the same thinking."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from game.opponents import OpponentError
from game.opponents.search import Alone, Crew, SearchSeat, Task, Watch
from game.opponents.search.level import Level
from game.rules import Rulebook, legal
from tests.books import rulebook
from tests.opponents.games import positions
from tests.opponents.tiny import tiny

BOOK = rulebook()
ENDLESS = 50_000_000


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    crew = Crew()
    yield crew
    crew.close()


def task(book: Rulebook, playouts: int) -> Task:
    state = next(each.state for each in positions(book, 5) if len(legal(book, each.state)) > 2)
    return Task(state, playouts, 1, "crew")


def test_a_crew_finds_what_one_process_finds(crew: Crew) -> None:
    """Another scenario in between changes nothing."""
    small = Rulebook(tiny())
    for book in (BOOK, small, BOOK):
        alone = Alone().think(book, task(book, 90), Watch())
        assert crew.think(book, task(book, 90), Watch()) == alone


def test_a_hurried_crew_answers_with_what_it_has(crew: Crew) -> None:
    watch = Watch()
    asked = task(BOOK, ENDLESS)
    watch.begin(asked.playouts)
    threading.Timer(0.1, watch.hurry).start()
    insight = crew.think(BOOK, asked, watch)
    assert 0 <= insight.playouts < ENDLESS
    assert watch.done == insight.playouts
    assert insight.best.decision in legal(BOOK, asked.state)


def test_the_next_task_is_not_hurried(crew: Crew) -> None:
    seat = SearchSeat(Level(0, "", 90, 1, "", ""), 1, thinker=crew)
    seat.watch.hurry()
    game = next(each for each in positions(BOOK, 5) if len(legal(BOOK, each.state)) > 2)
    answer = seat.choose(game)
    assert answer.thought is not None
    assert seat.watch.done == 90


class Assault(Watch):
    """Kills the workers the first time that somebody looks whether the search is hurried."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self.over = False
        super().__init__()

    @property
    def hurried(self) -> bool:
        if not self.over:
            self.over = True
            for process in self.crew.processes:
                os.kill(process, signal.SIGKILL)
        return False


def test_a_crew_that_loses_a_worker_while_it_thinks_says_so_and_recovers() -> None:
    crew = Crew()
    with pytest.raises(OpponentError, match="ended before it had an answer"):
        crew.think(BOOK, task(BOOK, ENDLESS), Assault(crew))
    assert crew.think(BOOK, task(BOOK, 20), Watch()).playouts == 20
    crew.close()


def test_a_worker_that_is_lost_while_nobody_thinks_is_not_missed() -> None:
    crew = Crew()
    asked = task(BOOK, 20)
    crew.think(BOOK, asked, Watch())
    before = crew.processes
    crew._workers[1].kill()
    crew._workers[1].wait()
    assert crew.think(BOOK, asked, Watch()).playouts == 20
    assert not set(before) & set(crew.processes)
    crew.close()


def test_a_worker_that_somebody_stopped_goes_on_when_it_is_needed(
    crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.opponents.search.crew._PATIENCE", 1)
    asked = task(BOOK, 20)
    crew.think(BOOK, asked, Watch())
    for process in crew.processes:
        os.kill(process, signal.SIGSTOP)
        os.waitid(os.P_PID, process, os.WSTOPPED | os.WNOWAIT)
    before = crew.processes
    assert crew.think(BOOK, asked, Watch()).playouts == 20
    assert crew.processes == before


def test_a_stopped_crew_can_be_closed() -> None:
    crew = Crew()
    crew.think(BOOK, task(BOOK, 20), Watch())
    for process in crew.processes:
        os.kill(process, signal.SIGSTOP)
    crew.close()
    assert crew.processes == ()


def test_closing_ends_a_search_that_is_going_on() -> None:
    crew = Crew()
    threading.Timer(0.3, crew.close).start()
    with pytest.raises(OpponentError, match="has been closed"):
        crew.think(BOOK, task(BOOK, ENDLESS), Watch())
    with pytest.raises(OpponentError, match="has been closed"):
        crew.think(BOOK, task(BOOK, 20), Watch())


def test_a_fault_in_a_worker_is_told(crew: Crew) -> None:
    broken = Task(task(BOOK, 4).state, 4, 1, "x", wants=None)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(OpponentError, match="the search failed: "):
        crew.think(BOOK, broken, Watch())
    assert crew.think(BOOK, task(BOOK, 20), Watch()).playouts == 20


def test_two_that_ask_at_once_both_get_their_answers(crew: Crew) -> None:
    """A coach that is still thinking keeps no opponent waiting for ever."""
    found = {}

    def ask(playouts: int) -> None:
        found[playouts] = crew.think(BOOK, task(BOOK, playouts), Watch())

    threads = [threading.Thread(target=ask, args=(playouts,)) for playouts in (300, 40, 90)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {playouts: each.playouts for playouts, each in found.items()} == {
        each: each for each in (300, 40, 90)
    }
