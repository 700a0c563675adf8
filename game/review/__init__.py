"""What a person is told about a game: words, menus, previews."""
