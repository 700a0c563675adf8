"""The debates of a game as argumentation frameworks: who attacks whom, and what stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.export.errors import ExportError, among
from game.export.escape import constant
from game.export.exported_game import ExportedGame
from game.export.outline import OutlinedDebate, exchanges, outline
from game.rules import grounded, player
from game.value import frozen


@frozen
class ArgumentNode:
    """An argument as it was put once.

    Attributes:
        name: a constant that no other argument of the game has: ``d2a1_us_need``.
        side: the id of the side that put it.
        argument: its id.
    """

    name: str
    side: str
    argument: str


@frozen
class Framework:
    """A debate: its arguments, oldest first, and attacks as pairs (attacker, attacked)."""

    number: int
    motion: str
    nodes: tuple[ArgumentNode, ...]
    attacks: tuple[tuple[int, int], ...]

    @property
    def grounded(self) -> tuple[ArgumentNode, ...]:
        """The arguments that stand."""
        inside = grounded(self.attacks, len(self.nodes))
        return tuple(node for place, node in enumerate(self.nodes) if place in inside)


def frameworks(game: ExportedGame, debate: int | None = None) -> tuple[Framework, ...]:
    """The debates of a game, or the one of a number, as frameworks.

    Raises:
        ExportError: there is no such debate.
    """
    return tuple(_framework(game, each) for each in chosen(game, debate))


def chosen(game: ExportedGame, debate: int | None) -> Sequence[OutlinedDebate]:
    """The debates of a game, or the one of a number.

    Raises:
        ExportError: there is no such debate.
    """
    found = exchanges(outline(game))
    if debate is None:
        return found
    if not 1 <= debate <= len(found):
        known = among(1, len(found)) if found else "no motion was tabled in it"
        raise ExportError(f"the match has no debate {debate}: {known}")
    return found[debate - 1 : debate]


def _framework(game: ExportedGame, exchange: OutlinedDebate) -> Framework:
    book, debate = game.book, exchange.debate
    chain = range(len(debate.chain))
    return Framework(
        exchange.number,
        book.motion_ids[debate.motion],
        tuple(_nodes(game, exchange)),
        tuple((later, later - 1) for later in chain[1:]),
    )


def _nodes(game: ExportedGame, exchange: OutlinedDebate) -> Iterator[ArgumentNode]:
    book, debate = game.book, exchange.debate
    for place, argument in enumerate(debate.chain):
        side, name = book.side_ids[player(debate, place)], book.argument_ids[argument]
        yield ArgumentNode(constant(f"d{exchange.number}a{place + 1}", side, name), side, name)
