"""More sight is more strength. The long form is ``shared-enemy balance`` with more matches."""

from __future__ import annotations

from game.balance.contest import compete
from game.balance.duel import Duel, judge
from game.balance.series import pairing
from game.opponents.search import Alone
from game.rules import Rulebook
from game.scenario.model import Scenario
from tests.books import shipped
from tests.examples import LONG
from tests.opponents.tiny import tiny


def duel(scenario: Scenario, names: tuple[str, str], seeds: int) -> Duel:
    """Both play every seed from both sides."""
    book, thinker = Rulebook(scenario), Alone()
    contests = pairing(names, 2 * seeds, 0, swap=True)
    return judge(names, [compete(book, each, thinker) for each in contests])


def test_a_level_beats_one_far_below() -> None:
    """In a small scenario; the long form: ``shared-enemy balance ladder``."""
    assert duel(shipped() if LONG else tiny(), ("search:3", "search:1"), 12).beats


def test_a_search_is_ahead_of_a_doctrine_that_reckons_with_advantage() -> None:
    """Even the lowest; the long form: ``shared-enemy balance robin --against search:5``."""
    found = duel(
        shipped(), ("search:3" if LONG else "search:1", "doctrine:realist"), 12 if LONG else 8
    )
    assert found.edge.low > 0
