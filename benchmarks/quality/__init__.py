"""Quality against a folder of gold records."""
