"""Publish reports that need no scraping: page, Word file, JSON and CSV side by side."""

from govreport.publishing.site import publish

__all__ = ["publish"]
