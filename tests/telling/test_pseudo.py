"""Every line that a person reads is made of messages and of the scenario's words.

All messages are made longer and put in brackets, and the places in them in others. What stands
outside of both, and is no word of the scenario, was made up by somebody who lays out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from html import unescape

import pytest
from cattrs import unstructure

from game.export import export
from game.match import Match
from game.opponents import Opponent, opponent
from game.plain import PlainGame
from game.review.coach import LEVEL
from game.scenario import parse
from game.scenario.model import Scenario
from game.telling.messages import PLACE, Messages, aloud, english
from tests.match.games import play_out
from tests.plain.paper import Paper
from tests.scenario.full import FULL

MESSAGE = re.compile(r"⟦([^⟦⟧‹›]*)~*⟧")
PLACED = re.compile(r"‹([^⟦⟧‹›]*)›")
DOCTRINES = parse(FULL, "full.toml").doctrines
GAP = "\0"
"""Where a message stood."""

MARKS = "#-*_>|:()✓✗○$· "
"""What layouts set around words."""

NUMBER = re.compile(r"[+−]?\d+")
ASKED = (
    """
help|all|look|news|why|why t|story|rules|comment Here.|comment|variations|?1|?2|?3|nonsense||ask
branch 1|go 0|branch|back nobody|back|accept|back|2|yes|back|refuse
""".strip()
    .replace("\n", "|")
    .split("|")
)
"""What a player asks for who wants to know all."""


def pseudo(text: str) -> str:
    """A message in a language that nobody speaks: 40 % longer, in brackets."""
    longer = "~" * (len(text) * 2 // 5 + 1)
    return f"⟦{PLACE.sub(lambda found: f'‹{found[0]}›', text)}{longer}⟧"


def said(messages: Messages) -> Messages:
    """The same messages in that language."""
    return replace(messages, after=pseudo)


def words_of(scenario: Scenario) -> set[str]:
    """Every text of a scenario, whole and by paragraphs."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.update((value, *value.split("\n\n")))
        elif isinstance(value, dict):
            for key, each in value.items():
                walk(key)
                walk(each)
        elif isinstance(value, (list, tuple)):
            for each in value:
                walk(each)

    walk(unstructure(scenario))
    return found


def made_up(line: str, known: set[str]) -> list[str]:
    """What of a line is neither a message nor a word of the scenario nor a number."""
    found: list[str] = []

    def check(text: str) -> str:
        parts = [part.strip() for part in text.split(GAP)]
        found.extend(part for part in parts if part not in known and not NUMBER.fullmatch(part))
        return GAP

    before = None
    while before != line:
        before = line
        line = PLACED.sub(lambda match: check(match[1]), MESSAGE.sub(GAP, line))
    check(line)
    return [part for part in found if part]


class Player(Paper):
    """Asks everything that can be asked on the way, and decides by chance."""

    def __init__(self, match: Match, seed: int, asked: Sequence[str]) -> None:
        super().__init__()
        self._asked = asked
        self._match = match
        self._chance = random.Random(seed)
        self._asking: list[str] = []
        self._prompts = 0

    def ask(self, prompt: str) -> str | None:
        super().ask(prompt)
        self._prompts += 1
        if self._prompts in (4, 12, 30):
            self._asking = list(self._asked)
        if self._asking:
            return self._asking.pop(0)
        legal = self._match.legal()
        if not legal:
            return None
        by_number = str(self._chance.randrange(3) + 1)
        return self._chance.choice([by_number, self._chance.choice(legal).text])


def new(seed: int, seats: tuple[str, str] = ("human", "human")) -> Match:
    return Match.new(FULL, "full.toml", seats=seats, seed=seed, clock=lambda: "")


def play(match: Match, seed: int, messages: Messages, asked: Sequence[str] = ASKED) -> Paper:
    page = Player(match, seed, asked)

    def seating(name: str) -> Opponent | None:
        """Who sits there; a coach that looks at less, and says as much."""
        seat = "search:1" if name == LEVEL else name
        return opponent(seat, seed=match.seed, scenario=match.scenario)

    PlainGame(match, seating, page, nullcontext, messages).begin()
    return page


@pytest.mark.parametrize("seed", range(6))
def test_a_plain_game_is_told_in_messages_alone(seed: int) -> None:
    """From its opening to its verdict, with everything that can be asked on the way."""
    match = new(seed)
    page = play(match, seed, said(aloud()))
    assert match.over
    known = words_of(match.scenario) | {"human", "us", "consult", "nonsense", '"nonsense"'}
    known |= {"branch N", "go N", "Here.", '"?3"', '"nobody"', '"yes"', '"accept"', '"refuse"'}
    known |= {'"1"', '"2"', '"3"'}
    known |= {"A", "B", *match.book.decisions}
    # Why a match refuses something is the sentence of an error.
    lines = [line for line in page.lines if not line.startswith("⟦That cannot be done: ")]
    assert len(lines) > 300
    assert [fault for line in lines for fault in made_up(line, known)] == []


@pytest.mark.parametrize("seat", ["search:1", *(each.id for each in DOCTRINES)])
def test_opponents_and_a_coach_answer_in_messages_alone(seat: str) -> None:
    """A search and each doctrine, asked in the middle of a game what they had in mind."""
    match = new(2, ("human", seat))
    page = play(match, 2, said(aloud()), ["ask", "hint", "ask", "hint", "story"])
    known = words_of(match.scenario) | {"human", seat, "us", "A", "B", '"1"', '"2"', '"3"'}
    faults = [fault for line in page.lines for fault in made_up(line, known)]
    assert any("I looked at" in line or "I would go by" in line for line in page.lines)
    assert faults == []


@pytest.mark.parametrize("to", ["markdown", "html"])
def test_an_export_is_told_in_messages_alone(to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its marks apart, and pictures, in which words are cut and broken for want of room."""
    monkeypatch.setattr(english(), "after", pseudo)
    match = play_out(new(3), 3, reasons=False)
    text = export(match, to)
    if to == "html":
        text = unescape(re.sub(r"<(style|svg).*?</\1>|<[^>]*>", "\n", text, flags=re.DOTALL))
    known = words_of(match.scenario) | {"human", match.head_code}
    known |= {motion.short for motion in match.scenario.motions}
    parts = [part for line in text.split("\n") if "…" not in line for part in line.split(" | ")]
    faults = {
        name.strip(MARKS)
        for part in parts
        for fault in made_up(part, known)
        for name in fault.split(": ")
    }
    assert {each for each in faults - known if re.search(r"[A-Za-z]{2}", each)} == set()


def test_what_a_pointer_brings_up_in_a_picture_is_told_in_messages_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There no word is cut: each part of the table says there all that is known of it."""
    monkeypatch.setattr(english(), "after", pseudo)
    match = play_out(new(5), 5, most=9)
    titles = re.findall(r"<title>(.*?)</title>", export(match, "svg"))
    assert len(titles) > 20
    known = words_of(match.scenario) | {"human", "random"}
    faults = {fault for title in titles for fault in made_up(unescape(title), known)}
    assert {each for each in faults if re.search(r"[A-Za-z]{2}", each)} == set()


def test_what_somebody_made_up_is_found() -> None:
    """Outside of a message, and in the place of one."""
    assert made_up(pseudo("{side} moves").replace("{side}", "Ann"), {"Ann"}) == []
    both = pseudo("{side} moves").replace("{side}", "Ann and Bob")
    assert made_up(both, {"Ann", "Bob"}) == ["Ann and Bob"]
    assert made_up(f"{pseudo('It moves')} at once", set()) == ["at once"]
