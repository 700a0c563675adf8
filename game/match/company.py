"""Who of those that sit at a match is a character: its text came along in the header."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Final

from game.match.event import Brought
from game.match.header import Header
from game.scenario import Scenario, ScenarioError
from game.scenario.cast import character, character_ids, character_text
from game.scenario.character import Character
from game.scenario.texts import character_of

Pair = tuple[Character | None, Character | None]
"""Per side the character that plays it, if one does."""

_SEARCH: Final = "search:"


def brought(scenario: Scenario, seats: Iterable[str]) -> Mapping[str, str]:
    """The texts that a new match brings along: of the cast those that sit down at it.

    Raises:
        ScenarioError: one of them cannot be read.
    """
    own = {each.id for each in scenario.characters}
    doctrines = {each.id for each in scenario.doctrines}
    found = {}
    for seat in seats:
        name = seat
        if seat.startswith(_SEARCH):
            name = seat.partition("/")[2]
            if name in doctrines:
                continue
        if name not in own and name in character_ids():
            found[name] = character_text(name)[0]
    return found


class Company:
    """Who is a character in a match.

    Args:
        header: what the match began with.
        scenario: its scenario.
    """

    def __init__(self, header: Header, scenario: Scenario) -> None:
        self._texts = dict(header.characters)
        self._scenario = scenario

    def bring(self, characters: Iterable[Brought]) -> None:
        """Take in characters that sit down; whoever is there already stays as it is."""
        for each in characters:
            self._texts.setdefault(each.id, each.text)

    def newcomers(self, seats: tuple[str, str], known: Container[str]) -> tuple[Brought, ...]:
        """Who has to be brought along to sit there.

        Args:
            seats: per side who is to sit there.
            known: the seats that there were at the match so far.

        Raises:
            ScenarioError: one of them cannot be read.
        """
        new = tuple(seat for seat in seats if seat not in known)
        return tuple(
            Brought(name, text)
            for name, text in brought(self._scenario, new).items()
            if name not in self._texts
        )

    def __call__(self, name: str) -> Character | None:
        """The character that goes by a name: the scenario's own, one that was brought along, or,
        if there is no doctrine of that name, one that ships with the game.

        Raises:
            ScenarioError: its text cannot be used.
        """
        scenario = self._scenario
        for each in scenario.characters:
            if each.id == name:
                return each
        if name in self._texts:
            return character_of(self._texts[name], f"{name}.toml")
        doctrine = any(each.id == name for each in scenario.doctrines)
        return None if doctrine or name not in character_ids() else character(name)

    def sitting(self, seats: tuple[str, str]) -> Pair:
        """Per side who sits there, if it is a character whose text can be used."""
        one, two = map(self._usable, seats)
        return one, two

    def _usable(self, name: str) -> Character | None:
        try:
            return self(name)
        except ScenarioError:
            return None  # whoever is to play with it is told why it cannot be used
