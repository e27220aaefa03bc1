"""Readers: the bytes of one format in, a `Stream` of neutral blocks out. They know no statute."""
