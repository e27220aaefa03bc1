"""The page around the report: its title, its list of properties, its furniture, and other documents."""
