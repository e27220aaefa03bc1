"""The walk-through of the documentation, walked: its steps, what they print, and its pictures."""
