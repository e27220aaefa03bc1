"""A report published so that nobody need scrape it: page, Word file, JSON and CSV side by side."""

from govreport.publishing.site import publish

__all__ = ["publish"]
