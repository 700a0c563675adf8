"""What a player has set, and the one file that keeps it."""

from game.settings.place import settings_path
from game.settings.settings import THEME, LastSetup, Pace, Settings
from game.settings.settings_file import SettingsFile
from game.settings.trouble import SettingsFault, Trouble

__all__ = [
    "THEME",
    "LastSetup",
    "Pace",
    "Settings",
    "SettingsFault",
    "SettingsFile",
    "Trouble",
    "settings_path",
]
