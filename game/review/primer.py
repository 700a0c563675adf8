"""The game in a page, with the numbers and names of a scenario."""

from __future__ import annotations

from attrs import frozen

from game.review.words import listed
from game.scenario import Scenario


@frozen
class Rule:
    """One thing to know: a few words, and what they mean."""

    title: str
    text: str


def primer(scenario: Scenario) -> tuple[Rule, ...]:
    """What somebody has to know before the first turn."""
    first, second = scenario.sides
    names = {track.id: track.name for track in scenario.tracks}
    goals = "; ".join(f"{side.name}, {side.threshold} {side.goal}" for side in scenario.sides)
    ends = [track.name.lower() for track in scenario.tracks if track.collapse]
    ladder, debate, consult = scenario.ladder, scenario.debate, scenario.consult
    return (
        Rule(
            "The end",
            f"{scenario.rounds} rounds. To succeed, a side needs: {goals}. Both can succeed, one, "
            "or neither." + (f" If {listed(ends)} reaches its end, both lose all." if ends else ""),
        ),
        Rule(
            "Your turn is one thing",
            "Table a motion: pay its cost and back it with an argument. Or take an act, alone and "
            f"at once. Or consult at home, which brings {consult.capital} capital and up to "
            f"{consult.arguments} spent arguments back.",
        ),
        Rule(
            "A motion is debated",
            f"The other side accepts ({debate.silence} to it: silence looks weak at home), "
            "declines, or rebuts with an argument that attacks the last one. You answer each "
            f"other until one stops, or {debate.longest} arguments have been played. The last to "
            "speak holds the floor: its arguments stand and go on its record, and it scores "
            f"{debate.floor} if the other lets the motion pass. The other may walk out or "
            "withdraw instead; then the motion fails.",
        ),
        Rule(
            "Arguments are spent",
            "What you have played you have back only after you consult. Contradicting your own "
            f"record costs {-debate.contradiction} and strikes what you contradicted.",
        ),
        Rule(
            "The ladder",
            f"{names[ladder.gate]} opens its tiers; {names[ladder.ceiling].lower()} closes them "
            f"from above. This is the {ladder.ceiling_name.lower()}; only motions tagged "
            f"{ladder.exempt} pass it. Each tag that a motion shares with a carried one makes it "
            "one cheaper.",
        ),
        Rule(
            "The wire",
            "It shows the headline to come, which strikes at the start of the next round; a flash "
            "strikes when it is drawn. At the close of a round things drift by themselves.",
        ),
        Rule("Who starts", f"{first.name} in odd rounds, {second.name} in even ones."),
    )
