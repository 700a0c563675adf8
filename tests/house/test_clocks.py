"""No test looks at a clock, or waits for a time: what is bounded is counted, what is awaited is a
state.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import ROOT, Module, called, module

CLOCKS = {
    *("monotonic", "perf_counter", "process_time", "thread_time", "time_ns", "monotonic_ns"),
    *("perf_counter_ns", "process_time_ns", "thread_time_ns", "getrusage", "times", "utcnow"),
    *("ru_utime", "ru_stime"),
}
"""Names under which Python keeps its clocks; ``time`` and ``now`` are found as calls."""

ALARMS = {"alarm", "setitimer"}

ALLOWED = {
    "tests/conftest.py": "one guard for all tests, so generous that only what hangs meets it",
    "tests/tui/driving.py": "the clock that it reads is its own, which stands still",
    "tests/tui/ptys.py": "how often it looks whether a program has ended; nothing hangs on it",
    "tests/match/kills.py": "it draws when a player is killed: what it says holds at any moment",
    "tests/match/programs.py": "it draws when a program is killed: what it says always holds",
    "tests/match/campaign.py": "it prints how long it took, and judges nothing by it",
    "tests/scenario/campaign.py": "it prints how long it took, and judges nothing by it",
}
"""By path why a module may do what no other may. Not even there are two times compared."""


def reads(node: ast.AST) -> str:
    """The clock that a node reads, if it reads one."""
    if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
        return node.attr
    if isinstance(node, ast.alias) and node.name in CLOCKS:
        return node.name
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        return ast.unparse(node.func) if node.func.attr in ("time", "now") else ""
    return ""


def waits(node: ast.AST) -> str:
    """What a node waits for by the clock, if it does."""
    if not isinstance(node, ast.Call):
        return ""
    name = called(node)
    if any(word.arg == "timeout" for word in node.keywords):
        return f"{name} with a timeout"
    first = node.args[0] if node.args else None
    number = isinstance(first, ast.Constant) and isinstance(first.value, int | float)
    nought = isinstance(first, ast.Constant) and first.value == 0
    plain = isinstance(node.func, ast.Name)
    timed = (
        name in ALARMS
        or (name == "sleep" and not nought)
        or (name == "pause" and first is not None)
        or (name == "select" and len(node.args) > 3)
        or (name in ("timeout", "wait_for") and ast.unparse(node.func).startswith("asyncio."))
        or (name == "wait" and len(node.args) == 1 and not plain)
        or (name in ("join", "result") and number and not plain)
    )
    return name if timed else ""


def faults(each: Module) -> Iterator[str]:
    """Where a module of the tests hangs on a clock."""
    allowed = str(each.path) in ALLOWED
    for node in each.nodes:
        place = node if isinstance(node, ast.expr | ast.stmt) else None
        if (found := reads(node) or waits(node)) and not allowed:
            yield each.at(place, found) if place else f"{each.path}: imports {found}"
        if isinstance(node, ast.Compare) and str(each.path) != STANDING:
            for part in ast.walk(node):
                if found := reads(part):
                    yield each.at(node, f"compares {found}")


STANDING = "tests/tui/driving.py"
"""Where a clock stands still, so that its times may be compared."""


def test_no_test_hangs_on_a_clock() -> None:
    """Beside four busy programs, or on a machine ten times slower, every test says the same."""
    found = [
        fault
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for fault in faults(module(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_whoever_may_use_a_clock_uses_it() -> None:
    """No exception outlives its reason."""
    for path in ALLOWED:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert any(reads(node) or waits(node) for node in ast.walk(tree)), path


@pytest.mark.parametrize(
    "text",
    [
        "begun = time.monotonic()",
        "from time import perf_counter",
        "assert time.process_time() - begun < 1",
        "time.sleep(0.1)",
        "await asyncio.sleep(0.05)",
        "await pilot.pause(0.2)",
        "process.communicate(timeout=60)",
        "process.wait(60)",
        "opened.wait(PATIENCE)",
        "worker.join(5)",
        "async with asyncio.timeout(3): pass",
        "await asyncio.wait_for(task, 3)",
        "select.select([master], [], [], 0.3)",
        "begun = datetime.now()",
        "resource.getrusage(who)",
        "signal.alarm(3)",
    ],
)
def test_a_clock_is_found(text: str) -> None:
    """Each of these would be seen."""
    assert list(faults(module("tests/x.py", text)))


def test_even_where_a_clock_may_be_read_two_times_are_not_compared() -> None:
    text = "assert time.perf_counter() - begun < 1"
    assert list(faults(module("tests/match/campaign.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "await asyncio.sleep(0)",
        "await pilot.pause()",
        'terminal.wait_for("Begin")',
        "process.communicate()",
        "process.communicate(typed)",
        "opened.wait()",
        'terminal.wait(lambda: done, "the end")',
        "await wait(app, 60)",
        'monkeypatch.setattr("game.tui.terminal.time.monotonic", clock)',
        "sleeps.append(0.1)",
        "now = deque.now",
    ],
)
def test_what_waits_for_a_state_is_left_alone(text: str) -> None:
    """And these are as they should be."""
    assert not list(faults(module("tests/x.py", text)))
