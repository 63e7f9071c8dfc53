"""From the hour that words say to the clock of TIMEX3."""

from __future__ import annotations

from khabar.extract.dates.partial import CLOCK, Partial


def clock_values(partial: Partial) -> tuple[str, str, str]:
    """The clock of TIMEX3, its twelve-hour twin, and how midnight reads on the next day."""
    if CLOCK not in partial.slots:
        noon = "12" if partial.part == "MI" else ""
        return partial.part, noon, ""
    hour, half = partial.hour or 0, partial.half
    twin = hour
    if half == "am":
        hour = 0 if hour == 12 else hour
    elif half == "pm" and hour < 12:
        hour += 12 if not (partial.part == "MI" and hour >= 10) else 0
    elif half == "pm" and hour == 12 and partial.part == "EV":
        hour = 24
    elif half == "night":
        hour = 24 if hour == 12 else hour + 12 if 5 < hour < 12 else hour
    elif not half and 0 < hour <= 12 and partial.rule.startswith("time.clock"):
        twin = hour + 12 if hour < 12 else 0
    if hour == 24 and partial.minute:
        hour = 0
    zone = "Z" if partial.utc else ""
    tail = "" if partial.minute is None else f":{partial.minute:02}" + ("" if partial.second is None else f":{partial.second:02}")
    twin_text = f"{twin:02}{tail}{zone}" if twin != (partial.hour or 0) else ""
    return f"{hour:02}{tail}{zone}", twin_text, f"00{tail}{zone}" if hour == 24 else ""
