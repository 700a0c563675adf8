"""Saves that a test keeps in its folder, made without a command."""

from __future__ import annotations

import random
from pathlib import Path

from game.match import Journal, Match
from game.scenario import read_text
from tests.books import RULES_3

TEXT, WHERE = read_text(RULES_3)


def path_of(folder: Path, name: str = "x") -> Path:
    """The file of a save."""
    return folder / "saves" / f"{name}.jsonl"


def keep(
    folder: Path,
    *decisions: str,
    name: str = "x",
    seed: int = 7,
    seats: tuple[str, str] = ("human", "human"),
    names: tuple[str, str] = ("", ""),
    variant: str | None = None,
    title: str = "",
    over: bool = False,
) -> Path:
    """A save with these decisions; played at random to its end from there if it is to be over."""
    path = path_of(folder, name)
    match = Match.new(
        TEXT,
        WHERE,
        seats=seats,
        names=names,
        seed=seed,
        variant=variant,
        title=title,
        journal=Journal(path),
        clock=lambda: "2026-01-31T12:00:00Z",
    )
    for decision in decisions:
        match.decide(decision)
    generator = random.Random(seed)
    while over and not match.over:
        match.decide(generator.choice(match.legal()))
    match.close()
    return path


def seen(folder: Path, name: str = "x") -> Match:
    """A save, to be looked at."""
    return Match.open(path_of(folder, name), read_only=True)


def damage(path: Path, line: int) -> None:
    """Change one digit of the seal of a line."""
    lines = path.read_bytes().splitlines(keepends=True)
    body = lines[line - 1]
    digit = b"1" if body[-4:-3] != b"1" else b"2"
    lines[line - 1] = body[:-4] + digit + body[-3:]
    path.write_bytes(b"".join(lines))
