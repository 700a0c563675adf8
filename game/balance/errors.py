"""What can go wrong with many matches. Every message says what, where and what to do."""

from __future__ import annotations


class BalanceError(ValueError):
    """Matches cannot be played, kept or measured."""


class StoreError(BalanceError):
    """A store of matches cannot be used, or not for what is to be played."""


class GateError(BalanceError):
    """Properties make no sense."""


class ClusterError(BalanceError):
    """A scheduler or its workers cannot be used, or no more."""


class PoolError(BalanceError):
    """A call failed in another process, or the process ended."""
