"""Reports rearranged as offices, content systems, extractors and typists do, with their truth."""
