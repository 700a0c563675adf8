"""What all tests share: how Hypothesis runs, and the shipped scenario.

The suite is deterministic: the same examples every time. The long form runs fifty times as many,
and new ones each time::

    TEST_PROFILE=long python -m pytest tests/rules
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from game.rules import Rulebook
from game.scenario.model import Scenario
from tests.books import rulebook, shipped

settings.register_profile(
    "suite",
    derandomize=True,
    max_examples=100,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long",
    max_examples=5000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("TEST_PROFILE", "suite"))


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
