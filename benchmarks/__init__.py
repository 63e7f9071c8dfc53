"""How well and how fast khabar reads."""
