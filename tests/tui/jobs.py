"""A shell of a few lines: runs a program in the foreground, and goes on with it when it stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios

STOPPED = "The program has stopped; modes restored: {}. Press Enter."


def main(command: list[str]) -> int:
    """Run a Python program until it ends; its exit code."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    modes = termios.tcgetattr(0)
    program = subprocess.Popen([sys.executable, *command], process_group=0)
    os.tcsetpgrp(0, program.pid)
    print(f"It is {program.pid}.", flush=True)
    while True:
        _, status = os.waitpid(program.pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            os.tcsetpgrp(0, os.getpgrp())
            return os.waitstatus_to_exitcode(status)
        os.tcsetpgrp(0, os.getpgrp())
        restored = termios.tcgetattr(0) == modes
        termios.tcsetattr(0, termios.TCSADRAIN, modes)
        print(STOPPED.format(restored), flush=True)
        input()
        os.tcsetpgrp(0, program.pid)
        os.killpg(program.pid, signal.SIGCONT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
