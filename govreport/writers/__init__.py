"""Writers: one for each format, all of which know blocks and grids but no statute."""
