"""The statute's labels as they are printed: folded to a key, with the wordings of offices."""
