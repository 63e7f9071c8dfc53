"""From characters to tokens, mark pairs and sentences."""
