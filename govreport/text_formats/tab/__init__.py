"""Tab-indented text: its grammar, and pages that were rendered as text."""
