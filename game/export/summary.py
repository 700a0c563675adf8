"""What more than one export tells of a whole match, without any markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.export.escape import told_apart
from game.export.exported_game import ExportedGame
from game.export.outline import OutlinedDebate, OutlinedDecision, Round
from game.match import Comment
from game.review.turning_points import turning_points
from game.rules import Kind
from game.telling.board.hour import mood
from game.telling.board.ladder import say_fork
from game.telling.decisions import does
from game.telling.ending import Ending, FinalAccount, ending
from game.telling.history import History, history
from game.telling.turning_points import say_turn

Pair = tuple[str, str]
"""A label, and what it says."""


def headline(game: ExportedGame, step: OutlinedDecision) -> Pair:
    """What Chance brought: news, or the situation that the game begins in."""
    voice = game.voice
    if step.kind is Kind.SITUATION:
        entry = game.scenario.situations[step.decision.subject]
        label = voice.say("export.situation", situation=entry.name)
        return label, voice.cited(entry.text, entry.source)
    label = voice.say("export.news")
    if not step.told:
        return label, voice.say("export.drawn", headline=step.words)
    where = step.told[0].changes[0]
    return label, voice.say("export.drawn_where", headline=step.words, where=where)


def happened(step: OutlinedDecision) -> tuple[str, ...]:
    """What a step of Chance changed, as far as its headline does not say it."""
    told = step.told if step.kind is Kind.SITUATION else step.told[1:]
    return tuple(each.sentence for each in told)


def deed(game: ExportedGame, step: OutlinedDecision) -> Pair:
    """What a side did by itself, and what that is; the second may be empty."""
    voice, who = game.voice, does(game.voice, step.side, step.kind)
    if step.kind not in (Kind.CHOOSE, Kind.ACT):
        return voice.say("export.did", does=who), ""
    label = voice.say("export.did_what", does=who, what=step.words)
    if step.kind is Kind.CHOOSE:
        return label, ""
    act = game.scenario.acts[step.decision.subject]
    return label, voice.cited(act.text, act.source)


def motion(game: ExportedGame, exchange: OutlinedDebate) -> Iterator[str]:
    """The motion as it is tabled, what it says, and what it closes."""
    voice, entry = game.voice, game.scenario.motions[exchange.motion]
    yield voice.say(
        "export.tables",
        side=voice.named_first(exchange.speaker),
        tier=entry.tier,
        name=game.scenario.ladder.tiers[entry.tier - 1].name,
    )
    yield voice.cited(entry.text, entry.source)
    if fork := say_fork(voice, exchange.motion):
        yield fork


def debated(game: ExportedGame, exchange: OutlinedDebate) -> str:
    """The number of a debate, and what it is about."""
    name = game.voice.motion(exchange.motion)
    return game.voice.say("export.debate", number=exchange.number, motion=name)


def outcome(game: ExportedGame, exchange: OutlinedDebate) -> str:
    """How a debate came out, in a word or two."""
    return game.voice.say(f"export.outcome.{exchange.outcome}")


def ended(game: ExportedGame, exchange: OutlinedDebate) -> str:
    """What was done at the end of a debate; empty if it goes on."""
    kinds = [step.kind for step in exchange.answers]
    if not kinds:
        return ""
    who = does(game.voice, exchange.answers[0].side, *kinds)
    return game.voice.say("export.did", does=who)


def floor(game: ExportedGame, exchange: OutlinedDebate) -> str:
    """Who holds the floor, and which arguments stand."""
    voice = game.voice
    stand = [each.name for each in exchange.speeches if each.stands]
    fall = [each.name for each in exchange.speeches if not each.stands]
    names = voice.all_of(stand)
    parts = [voice.say("export.stand", count=len(stand), arguments=names)]
    # Nobody holds the floor before there is a reply.
    if fall:
        holder = voice.named_first(exchange.speeches[-1].side)
        parts.insert(0, voice.say("board.floor", side=holder))
        parts.append(voice.say("export.fall", count=len(fall), arguments=voice.all_of(fall)))
    return voice.say("names.list.space").join(parts)


def facts(game: ExportedGame) -> tuple[Pair, ...]:
    """What is known about a match besides its course."""
    voice, scenario = game.voice, game.scenario
    variants = {each.id: each.name for each in scenario.variants}
    begun = game.header.created.replace("T", " ").removesuffix("Z")
    known = {
        "variation": _line(game),
        "scenario": scenario.title,
        "start": variants.get(game.header.variant or "", voice.say("export.standard")),
        "begun": voice.say("export.utc", moment=begun) if begun else "",
        "seed": str(game.header.seed),
        "decisions": str(len(game.decisions)),
        "code": game.head_code,
    }
    return (
        *((side.name, game.seat(number)) for number, side in enumerate(scenario.sides)),
        *((voice.say(f"export.fact.{name}"), words) for name, words in known.items() if words),
    )


def _line(game: ExportedGame) -> str:
    """Which of several lines of play is told; empty if there is only one."""
    if len(game.lines) < 2:
        return ""
    voice, line = game.voice, game.lines[game.variation]
    name = str(line.number)
    if line.name:
        name = voice.say("export.line.named", number=line.number, name=line.name)
    last = len(game.lines) - 1
    if line.parent < 0:
        return voice.say("export.line.first", line=name, last=last)
    return voice.say("export.line.from", line=name, last=last, parent=line.parent, ply=line.ply)


def remarks(game: ExportedGame, step: OutlinedDecision) -> tuple[Pair, ...]:
    """What goes with a decision, in the words of whoever wrote them."""
    why = ((game.voice.say("export.why"), step.reason),) if step.reason else ()
    return (*why, *comment(game, step.comment))


def comment(game: ExportedGame, remark: Comment | None) -> tuple[Pair, ...]:
    """A comment with whose it is; nothing if there is none."""
    if remark is None:
        return ()
    if remark.by:
        return ((game.voice.say("export.comment_by", name=remark.by), remark.text),)
    return ((game.voice.say("export.comment"), remark.text),)


def moments(game: ExportedGame) -> tuple[tuple[int, int, str], ...]:
    """The moments of the game that mattered: round, number of the decision, and what it was."""
    found = turning_points(game.book, game.states, game.consequences)
    return tuple((each.round, each.ply, say_turn(game.voice, each.turn)) for each in found)


def verdict(game: ExportedGame) -> Ending:
    """The ending of a game that is over."""
    return ending(game.voice, game.state)


def goal(game: ExportedGame, each: FinalAccount) -> str:
    """A side with what it wants."""
    side = game.scenario.sides[each.reckoning.side]
    return game.voice.say("export.goal", side=side.name, goal=side.goal)


def account(each: FinalAccount) -> tuple[str, ...]:
    """How a side has done, what its score is made of, and what that is worth to it."""
    return each.result, *each.made_of, each.worth


def really(game: ExportedGame) -> History | None:
    """The game beside what really happened; nothing while it is played, or without dates."""
    if not game.over:
        return None  # it would tell the news to come
    found = history(game.voice, game.states, game.decisions)
    return found if found.rounds else None


def numbers(game: ExportedGame) -> tuple[tuple[str, int], ...]:
    """The tracks as a table by rounds names them, scores first: pairs of a name and an index.

    The names differ from each other and from that of the first column.
    """
    book, voice = game.book, game.voice
    order = (*book.score, *range(book.shared), *book.capital)
    names = (voice.track(book.track_ids[index]) for index in order)
    return tuple(zip(told_apart(names, taken=(voice.say("export.by_round"),)), order, strict=True))


def standings(
    game: ExportedGame, rounds: Sequence[Round]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """All tracks at the start and after every round: pairs of a label and the tracks."""
    rows = [(str(one.number), one.tracks) for one in rounds]
    if not game.over:
        rows[-1] = (game.voice.say("export.now"), rows[-1][1])
    return (game.voice.say("export.start"), game.states[0].tracks), *rows


def hour(game: ExportedGame, one: Round) -> str:
    """What the hour speaks to at the start of a round; empty if it has no mood."""
    found = mood(game.voice, game.states[one.first])
    return found.sentence if found is not None else ""


def source_note(game: ExportedGame) -> str:
    """What the paragraphs are of."""
    source = game.scenario.source
    return game.voice.say("export.paragraphs", title=source.title, note=source.note)
