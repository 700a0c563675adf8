"""The menu of a position with numbers, and what is closed with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from game.review.menu import Item, Section, menu
from game.review.preview import motion_facts, preview
from game.rules import Decision, Kind, Rulebook, State


@frozen
class Choice:
    """Something that can be chosen: its number, its words, and the decision that it is."""

    number: int
    words: str
    decision: Decision


@frozen
class Offer:
    """What a position offers.

    Attributes:
        choices: what can be chosen, numbered from 1.
        lines: the same as lines under headings.
        closed: what cannot be chosen, as lines with reasons.
    """

    choices: tuple[Choice, ...]
    lines: tuple[str, ...]
    closed: tuple[str, ...]

    @property
    def range(self) -> str:
        """The numbers that can be answered, in words."""
        last = len(self.choices)
        return f"1 to {last}" if last > 1 else "1"

    def find(self, answer: str) -> Choice | None:
        """The choice that an answer in small letters names, by its number or its decision."""
        for choice in self.choices:
            if answer in (str(choice.number), choice.decision.text.lower()):
                return choice
        return None


def offer(book: Rulebook, state: State) -> Offer:
    """Number the menu of a position in which a side decides."""
    choices: list[Choice] = []
    lines: list[str] = []
    closed: list[str] = []
    for section in menu(book, state):
        opened = []
        for words, decision in _open(section):
            choice = Choice(len(choices) + 1, words, decision)
            choices.append(choice)
            opened.append(f"{choice.number}. {words}")
        if opened:
            lines += [f"{section.title}:"] if section.title else []
            lines += opened
        closed += _closed(section)
    return Offer(tuple(choices), tuple(lines), tuple(closed))


def certain(book: Rulebook, state: State, choice: Choice) -> Iterator[str]:
    """What a choice will certainly do, and what may come of it."""
    shown = preview(book, state, choice.decision)
    yield f"{choice.number}. {choice.words}"
    if choice.decision.kind is Kind.TABLE:
        yield from (f"  {line}" for line in motion_facts(book, state, choice.decision.subject))
    if shown.about:
        yield f"  {shown.about}"
    yield from (f"  {told}" for told in shown.certain)
    yield from (f"  {line}" for line in shown.then)


def _open(section: Section) -> Iterator[tuple[str, Decision]]:
    for item in section.items:
        if not item.open:
            continue
        note = f" ({item.note})" if item.note else ""
        if item.decision is not None:
            yield f"{item.label}{note}", item.decision
        for backing in item.backings:
            if backing.open and backing.decision is not None:
                yield f"{item.label}{note}, backed by {backing.label}", backing.decision


def _closed(section: Section) -> Iterator[str]:
    for item in section.items:
        if not item.open:
            yield _barred(item.label, item)
            continue
        for backing in item.backings:
            if not backing.open:
                yield _barred(f"{item.label}, backed by {backing.label}", backing)


def _barred(label: str, item: Item) -> str:
    return f"{label}: {'; '.join(item.closed)}."
