"""What the plugin finds."""

from __future__ import annotations

import attrs

from khabar import Layer, Span


@attrs.frozen(kw_only=True)
class Money:
    """An amount of money, or a percentage.

    Args:
        span: from the number to the end of its unit.
        amount: the number in full, as a plain decimal: exact, and the same in JSON.
        unit: the currency's ISO 4217 code, or `%`; None where several countries share its name (دينار).
        rule: the rule that found it.
    """

    span: Span
    amount: str
    unit: str | None
    rule: str


MONEY: Layer[Money] = Layer("money", Money)
"""The key of the layer: `analysis[MONEY]` is a `Sequence[Money]`."""
