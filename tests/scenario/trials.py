"""The trials that a reader of strangers' files has to pass.

The suite runs some of each, ``python -m tests.scenario.campaign`` as many as one likes.
"""

from __future__ import annotations

from random import Random

from game.rules import Rulebook, advance, legal, start
from game.scenario import Fault, ScenarioError, parse
from game.text import clean
from tests.scenario.documents import valid
from tests.scenario.mutants import mutant
from tests.scenario.pen import write
from tests.scenario.plant import plant

LONGEST_MESSAGE = 20_000
LONGEST_SENTENCE = 240
"""Of one fault, with at most three quotations of what strangers wrote."""


def most_steps(size: int) -> int:
    """How many steps the reader may take over a file of so many bytes; it takes half of them."""
    return 128 * (size + 5_000)


def faults(text: str) -> tuple[Fault, ...]:
    """The faults of a text; none if it is a scenario."""
    try:
        parse(text, "a.toml")
    except ScenarioError as error:
        assert_safe(error)
        return error.faults
    return ()


def assert_safe(error: ScenarioError) -> None:
    """Nothing in an error's message does more to a terminal than be read."""
    message = str(error)
    assert message == clean(message)
    assert len(message) < LONGEST_MESSAGE
    assert error.faults
    for fault in error.faults:
        assert fault.width >= 1
        assert (fault.column >= 1) == (fault.line >= 1)
        # A place and a sentence; and if there is one, the line of the file with a caret below it.
        assert str(fault).count("\n") == (3 if fault.source else 1)
        assert len(clean(f"{fault.message} {fault.hint}")) <= LONGEST_SENTENCE
        assert not fault.source or fault.column <= len(fault.source) + 1


def planted_fault(random: Random) -> str:
    """One fault in a random document is reported at its line and column; returns its code."""
    planted = plant(random, valid(random))
    written = write(random, planted.data)
    found = faults(written.text)
    line, column = planted.at(written)
    hits = [fault for fault in found if fault.code == planted.code and fault.line == line]
    said = [f"{fault.code} {fault.line}:{fault.column}" for fault in found]
    assert hits, f"{planted.code} at {line}:{column} reported as {said}\n{written.text}"
    assert column in [fault.column for fault in hits], f"{column} reported as {said}"
    if planted.alone:
        assert len(found) == 1, f"{planted.code} at {line}:{column} reported as {said}"
    return planted.code


def raw_character(random: Random) -> str:
    """A character that nobody sees, anywhere in the text, is reported at its line and column."""
    text = write(random, valid(random)).text.replace("\r\n", "\n")
    at = random.randint(0, len(text))
    hidden = random.choice(["\x07", "\x1b", "\x9b", "\u200b", "\u202e", "\ue000", "\ufffe", "\r"])
    if hidden == "\r" and text[at : at + 1] == "\n":
        hidden = "\x00"
    found = faults(text[:at] + hidden + text[at:])
    place = (text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)
    code = "byte-order-mark" if hidden == "\ufeff" and at == 0 else "bad-text"
    assert [(fault.code, fault.line, fault.column) for fault in found] == [(code, *place)]
    return code


def mutated(random: Random, text: str) -> str:
    """A changed scenario is refused with its faults, or compiles and plays; says which."""
    changed = mutant(random, text)
    try:
        scenario = parse(changed, "a.toml")
    except ScenarioError as error:
        assert_safe(error)
        return error.faults[0].code
    for variant in (None, *(each.id for each in scenario.variants)):
        book = Rulebook(scenario, variant)
        state = start(book)
        for _ in range(6):
            decisions = legal(book, state)
            if not decisions:
                break
            state = advance(book, state, random.choice(decisions))
    return "accepted"
