"""Pipe-delimited text: its lines, the rows and cells in them, and the grammar that writes it."""
