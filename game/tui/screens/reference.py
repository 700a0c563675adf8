"""To look things up in: the rulebook of a scenario, and the words of the game."""

from __future__ import annotations

from textual.content import Content

from game.telling.glossary import GlossaryWord, glossary, own_words
from game.telling.rulebook import rulebook
from game.telling.voice import Voice
from game.tui.draw.markdown_rows import draw_markdown
from game.tui.draw.styles import STRONG, lines, say
from game.tui.screens.story import PageScreen


class RulebookPage(PageScreen):
    """Everything that a scenario holds, with all numbers."""

    def __init__(self, voice: Voice) -> None:
        title = voice.say("help.rulebook", scenario=voice.scenario.title)
        super().__init__(title, draw_markdown(voice.messages, rulebook(voice)))


class GlossaryPage(PageScreen):
    """What the words of the game mean, then those of the scenario."""

    def __init__(self, voice: Voice) -> None:
        own = voice.say("glossary.own", scenario=voice.scenario.title)
        rows = [_row(each) for each in glossary(voice)]
        rows += [say(""), say((own, f"{STRONG} underline"))]
        rows += [_row(each) for each in own_words(voice)]
        super().__init__(voice.say("glossary.title"), lines(rows))


def _row(word: GlossaryWord) -> Content:
    return say("• ", (word.name, STRONG), "  ", word.about)
