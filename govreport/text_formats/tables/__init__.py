"""Tables that either text format may hold: tab-separated, comma-separated, and drawn."""
