"""What screens are made of: each part does one thing for the screen that holds it."""
