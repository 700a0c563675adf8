"""The compiled scenario: what it numbers, names and refuses."""

from __future__ import annotations

import pytest
from attrs import evolve

from game.rules import NOBODY, OLDEST, VERSION, Phase, Rulebook, RulesError, encode, legal, start
from game.scenario.model import Scenario


def test_the_standard_start(book: Rulebook) -> None:
    """The game begins before the first headline, with the numbers that the rulebook prints."""
    state = start(book)
    assert (state.round, state.phase, state.side) == (1, Phase.DRAW, NOBODY)
    plain = encode(book, state)
    assert plain["tracks"] == {
        "threat": 4,
        "tension": 6,
        "trust": 3,
        "isolation": 6,
        "democracy": 5,
        "us_capital": 4,
        "ru_capital": 4,
        "us_score": 0,
        "ru_score": 0,
    }
    assert plain["carried"] == ["intel"]
    assert plain["spent"] == plain["record"] == {"us": [], "ru": []}
    assert (plain["drawn"], plain["wire"], plain["used"], plain["barred"]) == ([], None, {}, {})


def test_the_easy_start_differs_in_three_tracks(book: Rulebook, easy: Rulebook) -> None:
    """Less threat, less tension, more trust, and nothing else."""
    standard, other = (encode(each, start(each))["tracks"] for each in (book, easy))
    changed = {name: value for name, value in other.items() if value != standard[name]}
    assert changed == {"threat": 3, "tension": 3, "trust": 4}
    assert list(book.decisions) == list(easy.decisions)


def test_an_unknown_variant_is_refused(scenario: Scenario) -> None:
    """The error names the variants that there are."""
    with pytest.raises(RulesError, match=r'has no variant "hard" \(it has: easy\)'):
        Rulebook(scenario, "hard")
    with pytest.raises(RulesError, match=r'has no variant "easy" \(it has: none\)'):
        Rulebook(evolve(scenario, variants=()), "easy")


def test_every_decision_has_a_text_of_its_own(book: Rulebook) -> None:
    """A text names one decision, and the decision says it."""
    for text, decision in book.decisions.items():
        assert str(decision) == decision.text == text
        assert book.decision(text) is decision


def test_all_headlines_without_a_condition_can_be_drawn_at_first(book: Rulebook) -> None:
    """The deck is full at the start, but for what the position does not allow."""
    held_back = {"draw:istanbul", "draw:fallujah", "draw:mosul"}
    first = {each.text for each in legal(book, start(book))}
    assert first == {each.text for each in book.draws} - held_back


def test_an_empty_deck_draws_nothing(scenario: Scenario) -> None:
    """Where no headline qualifies, drawing none is the only decision of Chance."""
    book = Rulebook(evolve(scenario, headlines=()))
    assert legal(book, start(book)) == (book.draw_none,)


def test_the_version_of_the_rules() -> None:
    """Journals name it; whoever changes what the rules say changes it, and the golden games."""
    assert (OLDEST, VERSION) == (3, 4)
