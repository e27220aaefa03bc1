"""What the statute's labels look like in print: folded to a key, with the wordings that offices use."""
