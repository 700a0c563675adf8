"""What all tests share: how Hypothesis runs, and the shipped scenario.

The suite is deterministic: the same examples every time. The long form runs a hundred times as
many, and new ones each time::

    TEST_PROFILE=long python -m pytest tests/rules
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Generator
from contextlib import suppress
from types import FrameType

import pytest
from hypothesis import HealthCheck, settings

from game.rules import Rulebook
from game.scenario import kept
from game.scenario.model import Scenario
from tests.books import rulebook, shipped
from tests.examples import LONG, TIMES, USUAL
from tests.garbage import keep

settings.register_profile(
    "suite",
    derandomize=True,
    max_examples=USUAL,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long",
    max_examples=USUAL * TIMES,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("long" if LONG else "suite")


# Every test reads what ships anew, and leaves nothing in the folders of whoever runs it.
vars(kept)["folder"] = lambda: None

LONGEST = 300
"""Seconds after which a test hangs. The one place where the suite looks at a clock, and so
generous that no machine is too slow for it; every other wait is for a state.
"""


def pytest_configure(config: pytest.Config) -> None:
    """Let Python keep what it has compiled, as it does for whoever plays: else every program that
    a test starts would compile the whole game. Where nothing is to lie beside the sources, it lies
    in the cache of the tests.
    """
    cache = getattr(config, "cache", None)
    if not sys.dont_write_bytecode or cache is None:
        return
    with suppress(OSError):
        sys.pycache_prefix = str(cache.mkdir("bytecode"))
        sys.dont_write_bytecode = False
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let no test wait for ever: for a program, a thread, or itself."""
    here = threading.current_thread() is threading.main_thread() and hasattr(signal, "SIGALRM")
    if LONG or not here:
        return (yield)

    def hang(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"{item.nodeid} does not end")

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(LONGEST)
    try:
        return (yield)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no test have another name in another process: then they could not share the work."""
    strange = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if strange:
        raise pytest.UsageError(f"give these tests names without addresses: {strange}")


def pytest_collection_finish() -> None:
    """Modules and tests live until the end, so garbage is not looked for among them."""
    gc.collect()
    keep()
    gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """What has no use any more is noticed once more; all else ends with the process, which would
    else look through it several times before it goes.
    """
    gc.collect()
    keep()


@pytest.fixture(scope="session", autouse=True)
def _no_app_keeps_garbage() -> Generator[None]:
    """What apps say of it is for a process of their own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("freeze", "unfreeze"):
            patch.setattr(gc, name, lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nobody_waits_for_a_platter() -> Generator[None]:
    """Nothing of a test outlives the machine, so nothing is pressed on to its disk in here.

    That saves are, and in which order, is stated by the calls that are made, with disks of memory
    that lose what was not, and by programs of their own.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in {"fsync", "fdatasync"} & set(dir(os)):
            patch.setattr(os, name, lambda handle: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nobody_has_set_anything(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """The settings of whoever runs the tests are neither read nor written: those of the tests, and
    of the programs that they start, are a file of their own. All it says is that nothing is
    explained as it occurs for the first time: what one test has seen is new to no other.
    """
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text('{"notes": false}')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHARED_ENEMY_SETTINGS", str(path))
        yield


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The scenario that comes with the game."""
    return shipped()


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The shipped scenario compiled, standard start."""
    return rulebook()


@pytest.fixture(scope="session")
def easy() -> Rulebook:
    """The shipped scenario compiled, easy start."""
    return rulebook("easy")
