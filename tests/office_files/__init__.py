"""Tests of what Word files, workbooks and OpenDocument texts have in common."""
