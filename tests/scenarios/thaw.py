"""``python -m tests.scenarios.thaw`` writes *Paris Thaw* anew: the full game from a milder start.

It is the full game in every rule, argument and line; what differs stands here, and only here.
"""

from __future__ import annotations

from typing import Final

from game.scenario.catalogue import read_text, shipped

_OPENING: Final = '''opening = """
It is November 2014. In Paris the foreign ministers of the United States and Russia have had a
good meeting. Their services may now exchange what they know about ISIS, which threatens both
countries. In eastern Ukraine the truce of Minsk is holding better than most truces do. It is a
kinder beginning than history gave.

In each of eight quarters each of you does one thing: table a motion that you carry out together,
take an act alone, or consult at home. A motion needs an argument. The other side may accept it,
turn it down, or answer with an argument of its own, and whoever has the last word wins points at
home. An argument that speaks to the mood of the hour wins more.

Begin with ISIS: train and advise the Iraqi army together. It costs little, it builds trust, and
a motion gets cheaper the more it has in common with what you have carried. Trust opens the higher
tiers of the ladder. Some motions rule each other out: choose with care. Look at the headline on
the wire before you decide, for it strikes at the start of the next quarter.

Watch threat and tension. Both rise while you do little against them, and if either reaches ten,
both of you have lost. Each of you needs points to succeed. You can both get there."""'''

_HEAD: Final = """# Paris Thaw: the beginners' game. It is Shared Enemy from a milder start,
# told in words that explain more. All that is not said in tests/scenarios/thaw.py is taken over
# from shared-enemy.toml: change it there, and run `tasks.py golden`.
"""


def thaw() -> str:
    """The text of *Paris Thaw*, made from that of the full game."""
    text = read_text("shared-enemy")[0]
    head, rest = text.split("\nformat = 1\n", 1)
    assert head.startswith("# Shared Enemy")
    before, opening = rest.split('opening = """', 1)
    _, after = opening.split('"""', 1)
    text = f"{_HEAD}\nformat = 1\n{before}{_OPENING}{after}"
    for old, new in _PIECES:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    begin = text.index("[[variants]]")
    end = text.index("# ----", begin)
    return text[:begin] + text[end:]


_PIECES: Final = (
    ('id = "shared-enemy"', 'id = "paris-thaw"'),
    ('title = "Shared Enemy"', 'title = "Paris Thaw"'),
    (
        (
            "a common danger, and a glass ceiling over Ukraine: the full game, from the winter of "
            "2014/15 to the autumn of 2016."
        ),
        (
            "in a first game after a good meeting in Paris, with the air still mild and every step "
            "explained. Eight quarters."
        ),
    ),
    (
        'It rises at the close of a round while few motions against it are carried."\nstart = 4',
        'It rises at the close of a round while few motions against it are carried."\nstart = 3',
    ),
    (
        'three motions on Ukraine are carried."\nstart = 6',
        'three motions on Ukraine are carried."\nstart = 4',
    ),
    (
        'opens the tiers of the ladder one after another."\nstart = 3',
        'opens the tiers of the ladder one after another."\nstart = 4',
    ),
)
"""What differs: a piece of the full game, and what stands in its place."""


if __name__ == "__main__":
    (shipped("scenarios") / "paris-thaw.toml").write_text(thaw(), encoding="utf-8")
