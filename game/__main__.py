"""``python -m game`` is the command ``shared-enemy``."""

from game.process import leave_current_folder


def main() -> None:
    """Run the command line; nothing of the current folder is imported for it."""
    leave_current_folder()
    from game.cli import main as run  # noqa: PLC0415 - only from the path that is left

    run()


if __name__ == "__main__":
    main()
