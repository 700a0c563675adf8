"""The debate as an argument game.

A debate is a chain in which each argument attacks the one before it. Which of them stand is the
grounded extension of that framework: what nobody attacks is in, what an argument that is in
attacks is out, and so on (P. M. Dung, "On the acceptability of arguments", 1995).
"""

from __future__ import annotations

from game.rules.state import DebateState


def grounded(attacks: tuple[tuple[int, int], ...], nodes: int) -> frozenset[int]:
    """The grounded extension of a framework.

    Args:
        attacks: pairs (attacker, attacked) of nodes.
        nodes: how many nodes there are, numbered from 0.

    Returns:
        The nodes that are in.
    """
    inside: set[int] = set()
    outside: set[int] = set()
    while True:
        fresh = {
            node
            for node in range(nodes)
            if node not in inside
            and all(attacker in outside for attacker, attacked in attacks if attacked == node)
        }
        if not fresh:
            return frozenset(inside)
        inside |= fresh
        outside |= {attacked for attacker, attacked in attacks if attacker in fresh}


def standing(debate: DebateState) -> tuple[bool, ...]:
    """For each argument of a debate, oldest first, whether it stands as the debate is now.

    In a chain the grounded extension is every second argument, counted from the last: the ones
    of the side that holds the floor.

    >>> standing(DebateState(motion=1, speaker=0, chain=(4, 2, 7)))
    (True, False, True)
    """
    last = len(debate.chain) - 1
    return tuple((last - place) % 2 == 0 for place in range(len(debate.chain)))


def stood(debate: DebateState) -> tuple[int, ...]:
    """The arguments that stand, oldest first.

    >>> stood(DebateState(motion=1, speaker=0, chain=(4, 2, 7)))
    (4, 7)
    """
    chain = debate.chain
    return chain[(len(chain) - 1) % 2 :: 2]


def player(debate: DebateState, place: int) -> int:
    """The side that played the argument at a place of the chain."""
    return debate.speaker if place % 2 == 0 else 1 - debate.speaker


def floor_holder(debate: DebateState) -> int:
    """The side that holds the floor: the one that played the last argument."""
    return player(debate, len(debate.chain) - 1)
