"""From a page's bytes to its tree: `charset` decodes them, `parsing` repairs and parses the text."""
