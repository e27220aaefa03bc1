"""Tables that are set in columns of blanks: texts with places, header, rows, table."""
