"""How a match ended or stands."""

from __future__ import annotations

from game.export.exported_game import ExportedGame
from game.telling.ending import ending


def result(game: ExportedGame) -> str:
    """How the match ended or stands, in a sentence."""
    voice, state = game.voice, game.state
    if not game.over:
        return voice.say(
            "export.in_progress",
            round=state.round,
            rounds=game.book.rounds,
            asked=_asks(game),
        )
    end = ending(voice, state)
    scores = voice.items(
        voice.say(
            "export.score",
            side=voice.side(each.reckoning.side),
            final=each.reckoning.final,
            threshold=each.reckoning.threshold,
        )
        for each in end.sides
    )
    return voice.say("export.ended", title=end.title, round=state.round, scores=scores)


def _asks(game: ExportedGame) -> str:
    """Whose decision it is, and which."""
    from game.telling.board.header import header  # noqa: PLC0415 - not if the game is over

    return header(game.voice, game.state, ("", "")).sentence
