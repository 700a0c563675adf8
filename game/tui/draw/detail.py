"""What a choice means before it is taken, and what has changed after."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.review.menu import Item
from game.review.preview import motion_facts, preview
from game.review.words import Told
from game.rules import Rulebook, State
from game.tui.draw.ink import BAD, DIM, GOOD, STRONG, Part, lines, say


def draw_item(book: Rulebook, state: State, item: Item) -> Content:
    """An item of the menu: its certain consequences, or why it is closed."""
    rows: list[Content] = [say((item.label, STRONG))]
    rows.extend(say((f"✗ {_sentence(reason)}", BAD)) for reason in item.closed)
    if item.decision is not None and item.open:
        seen = preview(book, state, item.decision)
        rows.append(say(("Certain:", DIM)))
        rows.extend(draw_told(seen.certain))
        rows.extend(say(line) for line in seen.then)
        if seen.about:
            rows.append(say((seen.about, f"italic {DIM}")))
        return lines(rows)
    if item.motion >= 0:
        rows.extend(say(line) for line in motion_facts(book, state, item.motion))
    if item.motion >= 0 and item.open:
        ready = [backing.label for backing in item.backings if backing.open]
        rows.append(say(("Enter: choose its argument – ", GOOD), ", ".join(ready)))
    elif item.note:
        rows.append(say(item.note))
    return lines(rows)


def draw_told(told: Iterable[Told]) -> list[Content]:
    """Consequences, one row for each cause: the changes first, then why."""
    return [say("• ", (", ".join(each.changes), STRONG), *_because(each)) for each in told]


def _because(told: Told) -> tuple[Part, ...]:
    cited = f" {told.source}" if told.source else ""
    return ((f" – {told.why}{cited}", DIM),)


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
