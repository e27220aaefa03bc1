"""Writers, one for each format; they know blocks and grids but no statute."""
