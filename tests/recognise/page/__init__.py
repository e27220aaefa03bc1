"""Tests of what stands around a report on its page."""
