"""What is said: lines of a debate, the press, the aftermath, and what doctrines go by."""

from __future__ import annotations

from collections.abc import Iterator

from game.telling.conditions import say_bounds, say_conditions
from game.telling.rulebook.tables import NOTHING, cell, code, codes, heading, heads, table
from game.telling.voice import Voice
from game.text.escape import markdown


def lines(voice: Voice) -> Iterator[str]:
    """What is said with an argument about a motion."""
    shorts = {side.id: markdown(side.short) for side in voice.scenario.sides}
    if voice.scenario.lines:
        yield heading(voice, "lines")
        yield table(
            heads(voice, "argument answers about side in_rounds said fact source"),
            (
                [
                    code(each.argument),
                    code(each.answers),
                    codes((each.motion,) if each.motion else each.themes),
                    shorts[each.side] if each.side else NOTHING,
                    cell(say_bounds(voice, each.from_round, each.until_round)),
                    " / ".join(map(cell, (each.text, *each.variants))),
                    cell(each.fact or ""),
                    "; ".join(map(cell, each.source)) or NOTHING,
                ]
                for each in voice.scenario.lines
            ),
        )


def press(voice: Voice) -> Iterator[str]:
    """What papers make of a debate."""
    shorts = {side.id: markdown(side.short) for side in voice.scenario.sides}
    if voice.scenario.press:
        yield heading(voice, "press")
        yield table(
            heads(voice, "paper side outcome floor contradiction about while text"),
            (
                [
                    markdown(each.paper),
                    shorts[each.side],
                    codes(each.outcome),
                    each.floor or NOTHING,
                    each.contradiction or NOTHING,
                    code(each.motion or each.theme),
                    cell(say_conditions(voice, each.when)),
                    cell(each.text),
                ]
                for each in voice.scenario.press
            ),
        )


def aftermath(voice: Voice) -> Iterator[str]:
    """Paragraphs after the epilogue."""
    if voice.scenario.aftermath:
        yield heading(voice, "aftermath")
        yield table(
            heads(voice, "endings while text"),
            (
                [codes(each.endings), cell(say_conditions(voice, each.when)), cell(each.text)]
                for each in voice.scenario.aftermath
            ),
        )


def doctrines(voice: Voice) -> Iterator[str]:
    """Opponents by rules, with what they say when they go by one."""
    if voice.scenario.doctrines:
        yield heading(voice, "doctrines")
    for each in voice.scenario.doctrines:
        title = voice.say("rulebook.named", name=markdown(each.name), id=code(each.id))
        yield f"### {title}"
        stance, about = markdown(each.stance), markdown(each.about)
        yield voice.say("rulebook.stance", stance=stance, about=about)
        reasons = (cell(rule.reason) for rule in each.rules)
        yield "\n".join(f"{place}. {reason}" for place, reason in enumerate(reasons, 1))
