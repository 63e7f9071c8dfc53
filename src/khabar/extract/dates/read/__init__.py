"""The rules: each reads one kind of expression that begins at a token, or nothing."""
