"""The transcript in Markdown: what it tells, and that words in it are only words."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from game.export import ExportedGame, export
from game.export.outline import exchanges, outline
from game.match import Match
from game.rules import Rule
from game.telling.changes import tell
from game.telling.transcript import say_round
from game.text import line
from game.text.escape import markdown
from tests.examples import examples
from tests.export.games import HARMLESS, PAYLOADS, harmless, matches, payloads, planted, well

READER = MarkdownIt("gfm-like")


def tokens(text: str) -> Iterator[Token]:
    """Everything that a reader of Markdown finds, in order."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def shape(text: str) -> list[str]:
    """What a document is made of besides its words."""
    return [token.type for token in tokens(text) if token.type != "text"]


def words(text: str) -> str:
    """The words of a document as they are shown, without what is between them."""
    return bare("".join(token.content for token in tokens(text) if token.type == "text"))


def bare(text: str) -> str:
    """Text without spaces, of which readers of Markdown keep only so many."""
    return "".join(text.split())


@given(payloads)
@examples(25)
def test_words_stay_words(payload: str) -> None:
    """Whatever stands in a line or at its start is shown as it is, and is no part of the shape."""
    for before, after in (("", ""), ("Said: ", "."), ("- ", ""), ("**", ":** so"), ("> ", "")):
        text = f"{before}{markdown(payload)}{after}"
        plain = f"{before}{HARMLESS}{after}"
        assert shape(text) == shape(plain)
        assert words(text) == words(plain).replace(HARMLESS, bare(line(payload)))


@given(payloads)
@examples(6)
@example("".join(PAYLOADS[:-2]))
def test_strangers_words_change_nothing_but_words(payload: str) -> None:
    """A match told with hostile names and texts has the shape of one told with harmless ones."""
    text, plain = export(planted(payload), "markdown"), harmless("markdown")
    assert shape(text) == shape(plain)
    assert words(text) == words(plain).replace(HARMLESS, bare(line(payload)))


@given(matches)
@examples(25)
def test_everything_is_told(match: Match) -> None:
    """Every debate with what was said, every change with its cause, every round."""
    game, text = ExportedGame.of(match), words(export(match, "markdown"))
    rounds = outline(game)
    for each in exchanges(rounds):
        assert bare(game.scenario.motions[each.motion].text) in text
        for speech in each.speeches:
            assert bare(f"{speech.lead} “{speech.words}”") in text
            assert bare(speech.note) in text
    for heard in game.heard:
        beside = [quote.sentence for quote in heard.quotes]
        beside += [remark.sentence for remark in heard.remarks]
        assert all(bare(each) in text for each in beside)
    for changes in game.consequences:
        shown = [each for each in changes if each.cause.rule not in (Rule.ARGUE, Rule.CLOCK)]
        for told in tell(game.voice, tuple(shown)):
            for change in told.changes:
                assert bare(change) in text
            assert bare(told.why.removeprefix("Chance draws: ")) in text
    heads = [token.content for token in tokens(export(match, "markdown")) if token.type == "inline"]
    for one in rounds:
        assert say_round(game.voice, one.number) in heads
    if game.over:
        title = game.scenario.epilogues[match.verdict.name if match.verdict else ""].title
        assert f"Verdict: {title}" in heads


def test_a_debate_reads_as_a_debate() -> None:
    """Claim, rebuttal and rejoinder stand under the motion, then who holds the floor."""
    text = export(well(), "markdown")
    assert "\n### Debate 1: " in text
    assert "1. **Ash Farm tables it, because:** “" in text
    assert "2. **But Birch Farm answers:** “" in text
    assert " (claim): " in text
    assert " (rebuttal): " in text
    assert " holds the floor. " in text
