"""Readers turn the bytes of one format into a `Stream` of neutral blocks; they know no statute."""
