"""The source behind a scenario by paragraph: what it argues, and what in the game rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from game.rules import Decision, Kind, State
from game.telling.voice import Voice
from game.value import frozen


@frozen
class ToldParagraph:
    """A paragraph of the source.

    Attributes:
        cite: how it is cited in the scenario.
        mark: the same as it is shown.
        text: what it argues; empty if the scenario does not tell it.
        rests: what in the game rests on it, in a sentence; empty if that is nothing.
    """

    cite: str
    mark: str
    text: str
    rests: str


@frozen
class Article:
    """The source as a page tells it.

    Attributes:
        title: what stands behind the scenario.
        note: what it is, who wrote it, and how it is cited.
        about: whose words these are, or why there are none.
        paragraphs: what it argues.
    """

    title: str
    note: str
    about: str
    paragraphs: tuple[ToldParagraph, ...]

    def place(self, cited: tuple[str, ...]) -> int:
        """Which of the paragraphs is the first that is cited; -1 if none is."""
        places = (place for place, each in enumerate(self.paragraphs) if each.cite in cited)
        return next(places, -1)


def article(voice: Voice) -> Article:
    """The source of a scenario."""
    source = voice.scenario.source
    resting: dict[str, list[str]] = {each.cite: [] for each in source.paragraphs}
    for name, cited in _citing(voice):
        for each in cited:
            names = resting.setdefault(each, [])
            if name not in names:
                names.append(name)
    told = {each.cite: each.text for each in source.paragraphs}
    return Article(
        title=voice.say("article.title", source=source.title),
        note=source.note,
        about=voice.say("article.own" if told else "article.untold"),
        paragraphs=tuple(
            ToldParagraph(
                cite=each,
                mark=voice.cite((each,)),
                text=told.get(each, ""),
                rests=voice.say("article.rests", names=voice.items(names)) if names else "",
            )
            for each, names in resting.items()
        ),
    )


def article_lines(voice: Voice) -> Iterator[str]:
    """The same in lines."""
    found = article(voice)
    yield found.title
    yield found.note
    yield found.about
    for each in found.paragraphs:
        yield voice.say("article.paragraph", cite=each.mark, text=each.text or each.rests)


def cited_by(voice: Voice, state: State, decision: Decision | None, motion: int) -> tuple[str, ...]:
    """The paragraphs behind something that can be decided.

    Args:
        voice: who tells it.
        state: the position.
        decision: the decision, if it is known.
        motion: the index of the motion that it is about, or -1.
    """
    scenario = voice.scenario
    found: tuple[str, ...] = ()
    if decision is not None:
        match decision.kind:
            case Kind.TABLE:
                found = scenario.arguments[decision.backing].source
                motion = decision.subject
            case Kind.REBUT | Kind.REJOIN:
                found = scenario.arguments[decision.subject].source
            case Kind.ACT:
                found = scenario.acts[decision.subject].source
            case Kind.CHOOSE:
                found = scenario.headlines[state.wire].source
            case _:
                pass
    if not found and motion < 0 and state.debate is not None:
        motion = state.debate.motion
    return found or (scenario.motions[motion].source if motion >= 0 else ())


def _citing(voice: Voice) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that can cite the source, by its name, with what it cites."""
    scenario = voice.scenario
    for track in scenario.tracks:
        yield track.name, track.source
    yield scenario.ladder.ceiling_name, scenario.ladder.source
    for group in (
        scenario.motions,
        scenario.arguments,
        scenario.acts,
        scenario.drifts,
        scenario.objectives,
        scenario.situations,
    ):
        for each in group:
            yield each.name, each.source
    for headline in scenario.headlines:
        yield headline.title, headline.source
