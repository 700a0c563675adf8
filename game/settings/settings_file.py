"""The file of settings: JSON that a person can read, with what differs from the usual.

Whatever lies there, the game begins: what cannot be read is set aside or left alone, and told.
Every change reads the file anew and sets nothing but what was changed, so that two programs do
not undo each other, and members of another version of the game stay as they are.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game.files.disk import LOCAL, Disk
from game.files.whole import contents, write_whole
from game.settings.members import changed, settings_of
from game.settings.place import old_path, settings_path
from game.settings.settings import LastSetup, Settings
from game.settings.trouble import SettingsFault, Trouble
from game.text import clean

MOST: Final = 1 << 20
"""More bytes than this the file has not if it is ours."""

_TRIES: Final = 100
"""So many files that were set aside are stepped over."""


class SettingsFile:
    """The file of settings.

    Args:
        path: the file; nothing is kept if there is none.
        old: the file in which the last choice for a new match was kept before.
        disk: where files are.
    """

    def __init__(self, path: Path | None, old: Path | None = None, disk: Disk = LOCAL) -> None:
        self.path = path
        self._old = old
        self._disk = disk
        self.settings = Settings()
        """What is set, as it was read or written last."""
        self.faults: tuple[SettingsFault, ...] = ()
        """What was wrong when it was read or written last."""
        self.fresh = True
        """Whether nothing was ever set here, and no match begun."""

    @classmethod
    def usual(cls, environ: Mapping[str, str]) -> SettingsFile:
        """The file of whoever plays here."""
        return cls(settings_path(environ), old_path())

    @property
    def where(self) -> str:
        """The file as messages name it; empty if there is none."""
        return "" if self.path is None else clean(str(self.path).replace("\n", " "))

    def read(self) -> Settings:
        """What is set; what is wrong with it is in ``faults``."""
        members = self._members()
        if members is not None:
            self.settings, wrong = settings_of(members, self.where)
            self.faults += wrong
        last = self._last() if self.settings.last is None else None
        if last is not None:
            self.settings = replace(self.settings, last=last)
            self.fresh = False
        return self.settings

    def change(self, **changes: Any) -> Settings:  # noqa: ANN401 - as many types as members
        """Set some members, here and in the file. Nothing fails by it; ``faults`` say what did."""
        before = self.settings
        now = self._members()
        if now is not None:
            folded = {} if "last" in now or before.last is None else {"last": before.last}
            wanted = changed(now, folded | changes)
            if wanted != now or self.fresh:
                self._write(wanted)
        self.settings = replace(before, **changes)
        return self.settings

    def reset(self, *names: str) -> Settings:
        """Have some members, or all that are known, as if nothing had been set."""
        usual = Settings()
        return self.change(**{name: getattr(usual, name) for name in names or vars(usual)})

    # ------------------------------------------------------------------ the file itself

    def _members(self) -> dict[str, object] | None:
        """What the file holds; nothing if it must not be written over."""
        self.faults = ()
        if self.path is None:
            self._tell(Trouble.NO_PLACE)
            return None
        try:
            data = contents(self._real(self.path), self._disk, MOST + 1)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            self.fresh = False
            self._tell(Trouble.UNREADABLE, error)
            return None
        self.fresh = False
        if not data.strip():
            return {}
        try:
            found = json.loads(data.decode("utf-8-sig")) if len(data) <= MOST else None
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            return found
        return {} if self._set_aside() else None

    def _write(self, members: Mapping[str, object]) -> None:
        assert self.path is not None  # else there were no members
        real = self._real(self.path)
        try:
            real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(real, _encoded(members), self._disk)
        except (OSError, ValueError, RecursionError) as error:
            self._tell(Trouble.UNWRITABLE, error)
            return
        self.fresh = False
        if self._old is not None and "last" in members:
            with suppress(OSError):
                self._disk.remove(self._old)

    def _set_aside(self) -> bool:
        """Give a file that holds no settings another name; whether that was done."""
        assert self.path is not None  # it has been read
        real = self._real(self.path)
        for number in range(1, _TRIES + 1):
            aside = real.with_name(f"{real.name}.broken-{number}")
            try:
                if not self._disk.exists(aside):
                    self._disk.replace(real, aside)
                    self._tell(Trouble.BROKEN, aside=clean(aside.name))
                    return True
            except (OSError, ValueError) as error:
                self._tell(Trouble.IN_THE_WAY, error)
                return False
        self._tell(Trouble.IN_THE_WAY, OSError(errno.EEXIST, os.strerror(errno.EEXIST)))
        return False

    def _last(self) -> LastSetup | None:
        """What was chosen last, from the file in which that was kept before."""
        if self._old is None:
            return None
        try:
            members = json.loads(contents(self._old, self._disk, MOST + 1))
        except (OSError, ValueError, RecursionError):
            return None
        return settings_of({"last": members}, "")[0].last

    def _real(self, path: Path) -> Path:
        """What a link leads to: a link to the settings, as some people keep, stays one."""
        try:
            return Path(os.path.realpath(path)) if self._disk is LOCAL else path
        except (OSError, ValueError):
            return path

    def _tell(self, trouble: Trouble, error: Exception | None = None, aside: str = "") -> None:
        why = "" if error is None else _why(error)
        fault = SettingsFault(trouble, self.where, aside=aside, why=why)
        self.faults = (*self.faults, fault)


def _why(error: Exception) -> str:
    """What the system says, in a few words of its own."""
    if isinstance(error, OSError) and error.strerror:
        return clean(error.strerror.replace("\n", " "))
    return type(error).__name__


def _encoded(members: Mapping[str, object]) -> bytes:
    for ascii_only in (False, True):  # half a surrogate pair is no text that could be encoded
        with suppress(UnicodeEncodeError):
            text = json.dumps(members, indent=2, sort_keys=True, ensure_ascii=ascii_only)
            return f"{text}\n".encode()
    raise ValueError("no text")
