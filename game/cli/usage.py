"""Wrong use of the command line that its options alone do not show."""

from __future__ import annotations

import click


class WrongUsage(click.ClickException):
    """What was asked for does not exist or cannot be done here; the message says what can."""

    exit_code = 2
