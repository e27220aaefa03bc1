"""Restores the cells of tables that a source prints in pieces, a cell a line, or torn."""
