"""Groups of commands that are imported only when they are called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from game.cli.overview import COMMANDS, EPILOG, Commands, overview


class LazyGroup(click.Group):
    """A group that lists its commands without importing them.

    Args:
        attributes: as click's groups take them.
        table: its commands, and where they are.
    """

    def __init__(self, *, table: Commands, **attributes: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(epilog=EPILOG, **attributes)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(self.table)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - as above
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name][0].partition(":")
        from game.tui import importing  # noqa: PLC0415 - the app's room, which no help needs

        with importing():
            found = getattr(import_module(module), name)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.table:
            from game.text import shown  # noqa: PLC0415 - once something is wrong
            from game.text.names import nearest  # noqa: PLC0415 - as above

            meant = nearest(args[0], self.list_commands(ctx))
            hint = f" Did you mean {meant}?" if meant else ""
            raise click.UsageError(f"there is no command {shown(args[0])}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, self.table[name][1]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class Root(LazyGroup):
    """The group of all commands."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(table=COMMANDS, **attributes)

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        return overview()
