"""The table as rows of text: one layout for the app and for recordings of a terminal."""
