"""The scenario that a command is about."""

from __future__ import annotations

from game.scenario import Scenario, ScenarioError, read_text
from game.text import shown
from game.text.names import nearest


def known_text(scenario: str) -> tuple[str, str]:
    """The text of a scenario, and what its file is called.

    Raises:
        WrongUsage: there is no scenario of this id.
        ScenarioError: the file cannot be read.
    """
    try:
        return read_text(scenario)
    except ScenarioError as error:
        first = error.faults[0]
        if first.code != "unknown-scenario":
            raise
        from game.cli.usage import WrongUsage  # noqa: PLC0415 - click, once something is wrong

        known = ", ".join(first.known)
        raise WrongUsage(f"{first.message} {first.hint} Scenarios: {known}.") from None


def check_variant(scenario: Scenario, variant: str | None) -> None:
    """Raise if a scenario does not offer another start.

    Raises:
        WrongUsage: it has no such variant.
    """
    known = [each.id for each in scenario.variants]
    if variant is None or variant in known:
        return
    from game.cli.usage import WrongUsage  # noqa: PLC0415 - click, once something is wrong

    meant = nearest(variant, known)
    hint = f' Did you mean "{meant}"?' if meant else ""
    raise WrongUsage(
        f"scenario {scenario.id} has no variant {shown(variant)}.{hint} "
        f"Variants: {', '.join(known) or 'none'}."
    )
