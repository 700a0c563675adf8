"""What the player has set, as the app goes by it: read once, used at once, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.theme import Theme

from game.settings import THEME, Settings, SettingsFault, SettingsFile
from game.telling.messages import english
from game.tui.draw.themes import CONTRAST

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp


class Preferences:
    """The settings of an app.

    Args:
        app: the app.
        file: where they are kept; as long as the app runs if nowhere.
    """

    def __init__(self, app: SharedEnemyApp, file: SettingsFile | None) -> None:
        self.settings = Settings() if file is None else file.read()
        self.keys: Mapping[str, str] = {}
        """By the id of a binding the keys that it has instead of its own."""
        self._app = app
        self._file = file
        self._told: set[SettingsFault] = set()

    def change(self, changes: dict[str, Any]) -> None:
        """Set some members, use them from now on, and keep them."""
        if self._file is None:
            self.settings = replace(self.settings, **changes)
        else:
            self.settings = self._file.change(**changes)
            self.tell_faults()
        self.dress()
        if "keys" in changes:
            self.set_keys()

    def set_keys(self) -> None:
        """Have keys do what is set, as far as that can be; say what cannot."""
        wishes = self.settings.keys
        if not wishes and not self.keys:
            return
        from game.tui.keymap import keymap  # noqa: PLC0415 - imports every screen

        self.keys, faults = keymap(wishes, english())
        self._app.set_keymap(self.keys)
        self._tell(faults)

    def begin(self) -> None:
        """Go by what needs the game, once the first screen is painted; say what is wrong."""
        self.tell_faults()
        self.set_keys()

    def tell_faults(self) -> None:
        """Say what is wrong with the settings, each thing once."""
        if self._file is not None:
            self._tell(self._file.faults)

    def _tell(self, faults: Iterable[SettingsFault]) -> None:
        for fault in faults:
            if fault not in self._told:
                from game.telling.settings import say_settings_fault  # noqa: PLC0415 - seldom

                self._told.add(fault)
                words = say_settings_fault(english(), fault)
                self._app.notify(words, severity="warning", markup=False, timeout=15)

    def dress(self) -> None:
        """Put on the theme that is set; the usual one if there is none of that name."""
        if self._worn in self._app.available_themes:  # without colours one kind is not
            self._app.theme = self._worn

    def dress_first(self) -> None:
        """Put it on before anything is drawn; without colours the others are of its kind."""
        self.dress()
        if self._app.no_color:
            # Textual chooses at the start how it takes the colours out: for a theme of the
            # terminal's own colours, or for the others. The other kind would be black on black.
            for name, theme in self._app.available_themes.items():
                if theme.ansi != self._app.current_theme.ansi:
                    self._app.unregister_theme(name)

    def dressed(self, theme: Theme) -> None:
        """Remember a theme that was chosen elsewhere, as in the palette."""
        if theme.name != self._worn:
            self._app.change_settings(theme=theme.name, high_contrast=False)

    @property
    def fresh(self) -> bool:
        """Whether nothing was ever set, where it could have been."""
        return self._file is not None and self._file.fresh

    @property
    def where(self) -> str:
        """The file that keeps them, as messages name it; empty if there is none."""
        return "" if self._file is None else self._file.where

    @property
    def _theme(self) -> str:
        return CONTRAST if self.settings.high_contrast else self.settings.theme

    @property
    def _worn(self) -> str:
        """The theme that is set, or the usual one if there is none of that name."""
        return self._theme if self._theme in self._app.available_themes else THEME
