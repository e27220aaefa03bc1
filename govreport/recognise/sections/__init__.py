"""Headings, and which of the statute's six sections each begins."""
