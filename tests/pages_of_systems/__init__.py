"""Invented reports on pages in the manner of content systems, with the truth of every string."""
