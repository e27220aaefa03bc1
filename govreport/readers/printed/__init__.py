"""Turns printed pages into a stream of paragraphs and tables; it knows no file format."""
