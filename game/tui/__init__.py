"""The Textual app. Importing this package alone does not import Textual."""
