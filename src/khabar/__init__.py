"""khabar reads Arabic news text and says, with exact character offsets, what is in it."""
