"""Headings, and the one of the statute's six sections that each begins."""
