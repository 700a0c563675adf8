"""What stands behind a scenario, by paragraph, opened at one of them."""

from __future__ import annotations

from textual.content import Content

from game.telling.article import ToldParagraph, article
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.screens.story import PageScreen


class ArticlePage(PageScreen):
    """The source of a scenario; ``cited`` are the paragraphs that stand behind what was marked."""

    def __init__(self, voice: Voice, cited: tuple[str, ...] = ()) -> None:
        found = article(voice)
        rows = [say((found.note, DIM)), say(""), say((found.about, DIM)), say("")]
        parts = [_paragraph(each, marked=each.cite in cited) for each in found.paragraphs]
        place = found.place(cited)
        before = lines([*rows, *parts[:place]]).plain if place >= 0 else ""
        start = before.count("\n") + 1 if before else 0
        super().__init__(found.title, lines([*rows, *parts]), start=start)


def _paragraph(each: ToldParagraph, *, marked: bool) -> Content:
    sign = "▸ " if marked else ""
    text = say((f"{sign}{each.mark}", STRONG), " ", (each.text, STRONG if marked else ""))
    rests = [say((each.rests, DIM))] if each.rests else []
    return lines([text, *rests, say("")])
