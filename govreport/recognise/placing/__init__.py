"""Finds the cell that each number of a statutory table belongs to, by the number's labels."""
