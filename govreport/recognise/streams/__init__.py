"""Makes units of a stream: lines of text, statutory tables, and what marks declare."""
