"""The year that a report covers, as it is written: from January 1 to December 31."""

FIRST_DAY = "(?:0?1|一)月(?:0?1|一)日"
LAST_DAY = "(?:12|十二)月(?:31|三十一)日"
"""Patterns of the first and the last day of a year, without the year."""
