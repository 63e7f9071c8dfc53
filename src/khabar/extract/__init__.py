"""What is found in a text: one module or package an extractor."""
