"""Amounts of money and percentages in Arabic news text: a plugin of khabar.

>>> import khabar
>>> pipeline = khabar.Pipeline.default(plugins=["money"])
>>> analysis = pipeline.analyze("بلغت الكلفة 240 مليون دولار، بزيادة 12.5%.")
>>> [(money.span.text, money.amount, money.unit) for money in analysis[MONEY]]
[('240 مليون دولار', '240000000', 'USD'), ('12.5%', '12.5', '%')]
"""

from khabar_money.extractor import MoneyExtractor
from khabar_money.model import MONEY, Money

__all__ = ["MONEY", "Money", "MoneyExtractor"]
