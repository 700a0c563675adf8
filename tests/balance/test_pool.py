"""Calls in other processes."""

from __future__ import annotations

import os
import signal

import pytest

from game.balance.errors import PoolError
from game.balance.pool import on_cores


@pytest.mark.parametrize("cores", [1, 3])
def test_answers_come_in_the_order_of_the_questions(cores: int) -> None:
    assert list(on_cores(pow, [(each, 2) for each in range(7)], cores)) == [
        each**2 for each in range(7)
    ]
    assert list(on_cores(pow, [], cores)) == []


def test_a_call_that_fails_is_told() -> None:
    answers = on_cores(divmod, [(5, 2), (5, 0)], 1)
    assert next(answers) == (2, 1)
    with pytest.raises(PoolError, match="ZeroDivisionError"):
        next(answers)


def test_a_process_that_ends_is_told() -> None:
    """Nobody waits for it for ever."""
    with pytest.raises(PoolError, match=r"a process ended before its answer \(exit code -9\)"):
        list(on_cores(signal.raise_signal, [(signal.SIGKILL,)], 1))


def test_whoever_wants_no_more_answers_leaves_no_process_behind() -> None:
    answers = on_cores(os.getpid, [()] * 50, 2)
    process = next(answers)
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
