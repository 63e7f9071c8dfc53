"""Resolution: from what an expression says to a TIMEX3 value, with the document's date and the text before it."""

from __future__ import annotations

import datetime as dt

import attrs

from khabar.extract.dates.calendars import HijriDate, from_gregorian
from khabar.extract.dates.context import Context
from khabar.extract.dates.feasts import feast_day
from khabar.extract.dates.partial import CENTURY, DAY, DECADE, DEICTIC, FRACTION, MONTH, SEASON, WEEK, WEEKDAY, YEAR, Partial
from khabar.extract.dates.periods import Period
from khabar.extract.dates.values import interval
from khabar.model import TimexMod

_STEPS = {"same": 0, "next": 1, "previous": -1}
DATE_SLOTS = DEICTIC + WEEKDAY + DAY + WEEK + MONTH + FRACTION + SEASON + YEAR + DECADE + CENTURY


@attrs.define(eq=False)
class Resolved:
    """A value with what is known besides it.

    Args:
        value: the TIMEX3 value; None where it cannot be told.
        alternatives: other honest values.
        anchored: it depends on the document's date.
        hijri: the date in the Hijri calendar.
        approximate: by the tabular calendar.
        mismatch: the weekday that is said is not that of the date.
        impossible: there is no such date.
    """

    value: str | None
    alternatives: tuple[str, ...] = ()
    anchored: bool = False
    hijri: str | None = None
    approximate: bool = False
    mismatch: bool = False
    impossible: bool = False


def resolve_date(partial: Partial, context: Context) -> Resolved:
    """The value of the days that an expression means, its time of day left aside."""
    if partial.feast is not None:
        return _feast(partial, context)
    if partial.hijri and not partial.has(CENTURY + DEICTIC):
        return _hijri(partial, context)
    if partial.day_shift is not None and not partial.anaphor:
        return _deictic(partial, context)
    if partial.anaphor and partial.anaphor_grain == "day":
        return _anaphoric_day(partial, context)
    if partial.spread is not None or (partial.pick is not None and partial.feast is None):
        return _member(partial, context)
    if partial.day is not None:
        return _day(partial, context)
    if partial.weekday is not None:
        return _weekday(partial, context)
    if partial.has(WEEK):
        return _week(partial, context)
    if partial.fraction is not None:
        return _fraction(partial, context)
    if partial.has(MONTH):
        return _month(partial, context)
    if partial.season is not None:
        return _season(partial, context)
    if partial.has(DECADE):
        return _decade(partial, context)
    if partial.has(CENTURY):
        return _century(partial, context)
    return _year(partial, context)


def year_of(partial: Partial, context: Context) -> tuple[int | None, bool]:
    """The Gregorian year that the words name, and whether the document's date was needed."""
    if partial.year is not None:
        return partial.year, False
    if partial.anaphor_grain == "year":
        if context.year is not None:
            return context.year + _STEPS[partial.anaphor], False
        if context.created is None or partial.anaphor == "same":
            return None, False
        return context.created.year + _STEPS[partial.anaphor], True
    if partial.year_shift is not None:
        return (context.created.year + partial.year_shift, True) if context.created else (None, True)
    return None, False


def _year(partial: Partial, context: Context) -> Resolved:
    year, anchored = year_of(partial, context)
    if year is None:
        return Resolved(None, anchored=anchored)
    if partial.last_year is not None:
        return Resolved(f"{year:04}/{partial.last_year:04}")
    if partial.school and partial.year is None and context.created is not None:
        turn = 7 if partial.school == "sport" else 9
        begin = year - (context.created.month < turn)
        others = [f"{year:04}"]
        if partial.school == "sport" and context.created.month in {7, 8} and (partial.year_shift or 0) > 0:
            others.append(f"{begin - 1:04}/{begin:04}")  # the season of the summer is often still the coming one
        return Resolved(f"{begin:04}/{begin + 1:04}", tuple(others), anchored=True)
    if partial.school:
        return Resolved(f"{year:04}", (f"{year:04}/{year + 1:04}", f"{year - 1:04}/{year:04}"))
    value = Period("year", year).value
    alternatives: tuple[str, ...] = ()
    if partial.year is not None and 1343 <= year <= 1500:
        alternatives = tuple(filter(None, (_days(HijriDate(year)),)))
    return Resolved(value, alternatives, anchored=anchored)


def _deictic(partial: Partial, context: Context) -> Resolved:
    """A day counted from today; a date or weekday beside it only confirms it."""
    if partial.day is not None and partial.has(MONTH):
        dated = partial.copy()
        dated.day_shift = None
        resolved = _day(dated, context, near=(partial.day_shift or 0))
        return resolved
    if context.created is None:
        return Resolved(None, anchored=True)
    shift = partial.day_shift or 0
    day = Period.containing("day", context.created).shift(shift)
    first = day.first
    mismatch = partial.weekday is not None and first is not None and first.isoweekday() != partial.weekday
    alternatives = ("PRESENT_REF",) if shift == 0 and partial.rule == "date.today" and partial.slots == DEICTIC else ()
    return Resolved(day.value, alternatives, anchored=True, mismatch=mismatch)


def _anaphoric_day(partial: Partial, context: Context) -> Resolved:
    if partial.weekday is not None and partial.anaphor in {"next", "previous"}:
        base = context.day or context.created
        if base is None:
            return Resolved(None, anchored=True)
        step = (
            (partial.weekday - base.isoweekday() - 1) % 7 + 1
            if partial.anaphor == "next"
            else -((base.isoweekday() - partial.weekday - 1) % 7 + 1)
        )
        return Resolved(Period.containing("day", base).shift(step).value, anchored=context.day is None)
    base = context.day if context.day is not None else None
    shift = _STEPS[partial.anaphor]
    if base is None:
        if context.created is None or partial.anaphor == "same":
            return Resolved(None, anchored=True)
        return Resolved(Period.containing("day", context.created).shift(shift).value, anchored=True)
    return Resolved(Period.containing("day", base).shift(shift).value)


def _month_period(partial: Partial, context: Context) -> tuple[Period | None, tuple[Period, ...], bool]:
    """The month that the words name, other honest ones, and whether the document's date was needed."""
    if partial.month_shift is not None and partial.month is None:
        if context.created is None:
            return None, (), True
        return Period.containing("month", context.created).shift(partial.month_shift), (), True
    if partial.anaphor_grain == "month" and partial.month is None:
        if context.month is not None:
            return context.month.shift(_STEPS[partial.anaphor]), (), False
        if context.created is None or partial.anaphor == "same":
            return None, (), False
        return Period.containing("month", context.created).shift(_STEPS[partial.anaphor]), (), True
    if partial.month is None:
        return None, (), False
    year, anchored = year_of(partial, context)
    if year is not None:
        return Period.of_month(year, partial.month), (), anchored
    if anchored or context.created is None:
        return None, (), True
    here = Period.containing("month", context.created)
    this_year = Period.of_month(context.created.year, partial.month)
    if partial.direction is not None:
        return _turned(this_year, here, partial.direction), (), True
    past = this_year if this_year.count <= here.count else this_year.shift(-12)
    future = this_year if this_year.count >= here.count else this_year.shift(12)
    if context.is_future(partial.start, partial.end):
        return future, (past,) if past != future else (), True
    return past, (future,) if past != future else (), True


def _turned(this_year: Period, here: Period, direction: int) -> Period:
    """A month of this year moved to where an adjective puts it."""
    match direction:
        case 0:
            return min((this_year.shift(-12), this_year, this_year.shift(12)), key=lambda month: abs(month.count - here.count))
        case -1 | -2:
            latest = this_year if this_year.count < here.count else this_year.shift(-12)
            return latest.shift(12 * (direction + 1))
        case _:
            first = this_year if this_year.count > here.count else this_year.shift(12)
            return first.shift(12 * (direction - 1))


def _month(partial: Partial, context: Context) -> Resolved:
    month, others, anchored = _month_period(partial, context)
    if month is None:
        open_value = f"XXXX-{partial.month:02}" if partial.month else None
        return Resolved(open_value, anchored=anchored)
    if partial.year is not None and partial.year < 0:
        return Resolved(f"BC{-partial.year:04}-{partial.month:02}")
    alternatives = [other.value for other in others if other.value]
    if partial.mod is TimexMod.MID:
        alternatives += [f"{found}-15" for found in (month.value, *alternatives) if found]
    return Resolved(month.value, tuple(alternatives), anchored=anchored)


def _day(partial: Partial, context: Context, near: int | None = None) -> Resolved:
    day = partial.day or 0
    if partial.month is not None and not (1 <= day <= 31 and 1 <= partial.month <= 12):
        return Resolved(None, impossible=True)
    if partial.year is not None and partial.year < 0:
        return Resolved(f"BC{-partial.year:04}-{partial.month:02}-{day:02}")
    if near is not None and context.created is not None and partial.year is None and partial.month is not None:
        base = context.created + dt.timedelta(days=near)
        candidates = [_date(base.year + step, partial.month, day) for step in (-1, 0, 1)]
        known = [candidate for candidate in candidates if candidate]
        if known:
            nearest = min(known, key=lambda candidate: abs((candidate - base).days))
            return _checked(partial, nearest, (), anchored=True)
    if partial.of_event:
        return Resolved(f"XXXX-{partial.month:02}-{day:02}")
    month, others, anchored = _month_period(partial, context)
    if month is None:
        if partial.month is None and partial.weekday is not None and context.created is not None:
            here = Period.containing("month", context.created)
            days = (_date(other.year, other.count % 12 + 1, day) for other in map(here.shift, (-2, -1, 0, 1, 2)))
            fitting = [found for found in days if found is not None and found.isoweekday() == partial.weekday]
            if fitting:
                return Resolved(min(fitting, key=lambda found: abs((found - context.created).days)).isoformat(), anchored=True)  # type: ignore[operator]
        if partial.month is None:
            return Resolved(f"XXXX-XX-{day:02}" if 1 <= day <= 31 else None, anchored=anchored)
        possible = _date(2024, partial.month, day) is not None
        return Resolved(f"XXXX-{partial.month:02}-{day:02}" if possible else None, anchored=anchored, impossible=not possible)
    chosen = _date(month.year, month.count % 12 + 1, day)
    if partial.direction in {-1, 1} and context.created is not None:
        # «17 يوليو الماضي»: the latest such day, which may lie in this month
        near_years = (_date(context.created.year + step, month.count % 12 + 1, day) for step in (-1, 0, 1))
        days = [found for found in near_years if found]
        past = [found for found in days if found < context.created]
        ahead = [found for found in days if found > context.created]
        chosen = past[-1] if partial.direction < 0 and past else ahead[0] if partial.direction > 0 and ahead else chosen
    alternatives = [found for other in others if (found := _date(other.year, other.count % 12 + 1, day))]
    if chosen is None and not alternatives:
        return Resolved(None, impossible=True)
    if chosen is None:
        chosen, alternatives = alternatives[0], []
    if partial.weekday is not None and chosen.isoweekday() != partial.weekday:
        # the weekday tells the year where the words do not
        fitting = [other for other in alternatives if other.isoweekday() == partial.weekday]
        if fitting:
            chosen, alternatives = fitting[0], []
    return _checked(partial, chosen, tuple(alternatives), anchored=anchored)


def _checked(partial: Partial, day: dt.date, others: tuple[dt.date, ...], *, anchored: bool) -> Resolved:
    mismatch = partial.weekday is not None and day.isoweekday() != partial.weekday
    return Resolved(day.isoformat(), tuple(other.isoformat() for other in others), anchored=anchored, mismatch=mismatch)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _weekday(partial: Partial, context: Context) -> Resolved:
    number = partial.weekday or 1
    if partial.week_shift is not None or partial.has(WEEK):
        week = _week_start(partial, context)
        if week is None:
            return Resolved(None, anchored=True)
        return Resolved((week + dt.timedelta(days=(number - week.isoweekday()) % 7)).isoformat(), anchored=True)
    if context.created is None:
        return Resolved(f"XXXX-WXX-{number}", anchored=True)
    today = context.created
    back = (today.isoweekday() - number) % 7
    ahead = (number - today.isoweekday()) % 7
    direction = partial.direction
    day = Period.containing("day", today)
    if direction is None:
        habit = f"XXXX-WXX-{number}"
        if context.is_future(partial.start, partial.end):
            return Resolved(day.shift(ahead).value, (*_other(day.shift(-back), day.shift(ahead)), habit), anchored=True)
        following = day.shift(ahead or 7)
        return Resolved(day.shift(-back).value, (*_other(following, day.shift(-back)), habit), anchored=True)
    match direction:
        case 0:
            step, other = (ahead if ahead <= 3 else -back), (-back if ahead <= 3 else ahead)
            return Resolved(day.shift(step).value, _other(day.shift(other), day.shift(step)), anchored=True)
        case -1 | -2:
            step = -(back or 7) + 7 * (direction + 1)
        case _:
            step = (ahead or 7) + 7 * (direction - 1)
            if direction == 1 and 0 < ahead <= 7 - today.isoweekday():
                # of a day of this very week some say «المقبل» for the one after it
                return Resolved(day.shift(step).value, _other(day.shift(step + 7), day.shift(step)), anchored=True)
    return Resolved(day.shift(step).value, anchored=True)


def _other(period: Period, chosen: Period) -> tuple[str, ...]:
    return (period.value,) if period != chosen and period.value else ()


def _week_start(partial: Partial, context: Context) -> dt.date | None:
    """The first day of the week that the words name."""
    base = context.created
    shift = partial.week_shift
    if partial.anaphor_grain == "week":
        base, shift = context.day or (base if partial.anaphor != "same" else None), _STEPS[partial.anaphor]
    if base is None or shift is None:
        return None
    begin = Period.containing("day", base).shift(-((base.isoweekday() - context.week_start) % 7) + 7 * shift)
    return begin.first


def _week(partial: Partial, context: Context) -> Resolved:
    begin = _week_start(partial, context)
    if begin is None:
        return Resolved(None, anchored=True)
    # the ISO week that shares most days with the week meant
    middle = Period.containing("day", begin).shift(3).first
    value = Period.containing("week", middle).value if middle else None
    if partial.weekend and value:
        return Resolved(f"{value}-WE", (value,), anchored=True)
    return Resolved(value, anchored=partial.anaphor_grain != "week")


def _fraction(partial: Partial, context: Context) -> Resolved:
    letter, number = partial.fraction or ("Q", 0)
    if partial.has(MONTH) and letter == "H" and number:
        return _half_of_month(partial, number, context)
    grain = "quarter" if letter == "Q" else "half"
    if number == 0:
        if context.created is None:
            return Resolved(None, anchored=True)
        return Resolved(Period.containing(grain, context.created).shift(partial.direction or 0).value, anchored=True)
    year, anchored = year_of(partial, context)
    if year is not None:
        return Resolved(Period.of_part(year, letter, number).value if year > 0 else None, anchored=anchored)
    if context.created is None or anchored:
        return Resolved(f"XXXX-{letter}{number}", anchored=True)
    here = Period.containing(grain, context.created)
    this_year = Period.of_part(context.created.year, letter, number)
    years = 4 if letter == "Q" else 2
    if context.year is not None and context.year < context.created.year and context.created.year - context.year <= 2:
        other = Period.of_part(context.year, letter, number)
        return Resolved(
            (this_year if this_year.count <= here.count else this_year.shift(-years)).value,
            tuple(filter(None, (other.value,))),
            anchored=True,
        )
    if this_year.count <= here.count or context.is_future(partial.start, partial.end):
        return Resolved(this_year.value, anchored=True)
    return Resolved(this_year.shift(-years).value, tuple(filter(None, (this_year.value,))), anchored=True)


def _half_of_month(partial: Partial, number: int, context: Context) -> Resolved:
    month, _, anchored = _month_period(partial, context)
    first, last = (month.first, month.last) if month else (None, None)
    if first is None or last is None:
        return Resolved(None, anchored=anchored)
    middle = first + dt.timedelta(days=14)
    return Resolved(f"{first}/{middle}" if number == 1 else f"{middle + dt.timedelta(days=1)}/{last}", anchored=anchored)


def _season(partial: Partial, context: Context) -> Resolved:
    season = partial.season or "SU"
    year, anchored = year_of(partial, context)
    if year is not None:
        alternatives = (f"{year - 1:04}-WI",) if season == "WI" and year > 0 else ()
        return Resolved(Period.of_season(year, season).value, alternatives, anchored=anchored)
    if context.created is None or anchored:
        return Resolved(f"XXXX-{season}" if partial.direction is None else None, anchored=True)
    here = Period.containing("season", context.created)
    this_year = Period.of_season(context.created.year, season)
    if season == "WI" and context.created.month < 3:
        this_year = this_year.shift(-4)
    if partial.direction is None or partial.direction == 0:
        return Resolved(this_year.value, anchored=True)
    if partial.direction < 0:
        latest = this_year if this_year.count < here.count else this_year.shift(-4)
        return Resolved(latest.shift(4 * (partial.direction + 1)).value, tuple(filter(None, (latest.shift(-4).value,))), anchored=True)
    first = this_year if this_year.count > here.count else this_year.shift(4)
    return Resolved(first.shift(4 * (partial.direction - 1)).value, anchored=True)


def _decade(partial: Partial, context: Context) -> Resolved:
    if partial.decade is not None:
        if partial.decade > 9:
            return Resolved(Period("decade", partial.decade).value)
        if partial.century is not None:
            return Resolved(Period("decade", (partial.century - 1) * 10 + partial.decade).value)
        if partial.century_shift is not None:
            created = context.created.year if context.created else 2000
            return Resolved(Period("decade", (created // 100 + partial.century_shift) * 10 + partial.decade).value, anchored=True)
        # decades without century are the last century's, but for those that are not over long since
        ambiguous = tuple(filter(None, (Period("decade", 200 + partial.decade).value,))) if partial.decade in {1, 2} else ()
        return Resolved(Period("decade", 190 + partial.decade).value, ambiguous)
    if context.created is None or partial.decade_shift is None:
        return Resolved(None, anchored=True)
    here = Period.containing("decade", context.created)
    return Resolved(here.shift(partial.decade_shift).value, ("P1DE",) if partial.decade_shift else (), anchored=True)


def _century(partial: Partial, context: Context) -> Resolved:
    if partial.century is not None:
        if partial.century < 0:
            return Resolved(f"BC{-partial.century:02}")
        if partial.hijri:
            first, last = HijriDate((partial.century - 1) * 100 + 1), HijriDate(partial.century * 100)
            begin, end = first.first, last.last
            if begin is None or end is None:
                return Resolved(None, impossible=True)
            return Resolved(
                f"{begin.year:04}/{end.year:04}", hijri=first.value + "/" + last.value, approximate=first.approximate or last.approximate
            )
        return Resolved(Period("century", partial.century - 1).value)
    if context.created is None or partial.century_shift is None:
        return Resolved(None, anchored=True)
    return Resolved(Period.containing("century", context.created).shift(partial.century_shift).value, anchored=True)


def _member(partial: Partial, context: Context) -> Resolved:
    """Members and first units of a period: the period is resolved first."""
    holder = partial.copy()
    holder.pick = holder.spread = None
    if partial.day is None:
        holder.slots = "".join(slot for slot in partial.slots if slot != DAY)
    if partial.weekday is None:
        holder.slots = holder.slots.replace(WEEKDAY, "")
    if partial.week_shift is None:
        holder.slots = holder.slots.replace(WEEK, "")
    spans_months = (partial.spread or partial.pick or ("", 0))[0] == "M"
    if spans_months and partial.month is None and partial.month_shift is None:
        holder.slots = holder.slots.replace(MONTH, "")
    if not holder.slots:
        return Resolved(None, anchored=True)
    whole = resolve_date(holder, context)
    if whole.value is None:
        return whole
    first, end = interval(whole.value)
    if first is None or end is None:
        return Resolved(None, anchored=whole.anchored)
    value, alternatives = _select(partial, first, end)
    for other in whole.alternatives:
        begin, finish = interval(other)
        if begin is not None and finish is not None:
            further, more = _select(partial, begin, finish)
            alternatives = (*alternatives, *([further] if further else []), *more)
    return Resolved(value, alternatives, whole.anchored, approximate=whole.approximate, hijri=whole.hijri)


def _select(partial: Partial, first: dt.date, end: dt.date) -> tuple[str | None, tuple[str, ...]]:
    last = end - dt.timedelta(days=1)
    if partial.spread is not None:
        letter, number = partial.spread
        if letter == "M":
            months = Period.containing("month", first if number > 0 else last)
            other = months.shift(number - 1 if number > 0 else number + 1)
            begin, finish = (months, other) if number > 0 else (other, months)
            return f"{begin.value}/{finish.value}", ()
        days = abs(number) * (7 if letter == "W" else 1)
        if number > 0:
            return f"{first}/{min(last, first + dt.timedelta(days=days - 1))}", ()
        if letter == "D" and number == -10:
            return f"{first + dt.timedelta(days=20)}/{last}", ()
        return f"{max(first, last - dt.timedelta(days=days - 1))}/{last}", ()
    letter, number = partial.pick or ("D", 1)
    if letter == "D":
        day = last if number < 0 else first + dt.timedelta(days=number - 1)
        return (day.isoformat() if day <= last else None), ()
    if letter == "M":
        month = Period.containing("month", last if number < 0 else first).shift(0 if number < 0 else number - 1)
        return month.value, ()
    if letter == "W":
        begin = last - dt.timedelta(days=6) if number < 0 else first + dt.timedelta(days=7 * (number - 1))
        finish = last if number < 0 else min(last, begin + dt.timedelta(days=6))
        weeks = {Period.containing("week", begin).value, Period.containing("week", finish).value} - {None}
        if number < 0 and last.isoweekday() != 7:
            weeks.add(Period.containing("week", last).shift(-1).value)
        return f"{begin}/{finish}", tuple(sorted(week for week in weeks if week))
    weekday = int(letter)
    if number < 0:
        day = last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return (day.isoformat() if first <= day <= last else None), ()


def _days(date: HijriDate) -> str | None:
    first, last = date.first, date.last
    if first is None or last is None:
        return None
    return first.isoformat() if first == last else f"{first}/{last}"


def _hijri(partial: Partial, context: Context) -> Resolved:
    """A date of the Hijri calendar, as days of the Gregorian one."""
    if partial.pick is not None or partial.spread is not None:
        return _member(partial, context)
    today = from_gregorian(context.created) if context.created else None
    year, anchored = partial.year, False
    if year is None and partial.year_shift is not None and today is not None:
        year, anchored = today.year + partial.year_shift, True
    others: list[HijriDate] = []
    if year is None and partial.month is not None:
        if today is None:
            return Resolved(None, anchored=True)
        year, anchored = _hijri_year(partial, context, today, others), True
    if year is None or year < 1:
        return Resolved(None, anchored=True)
    if year > 1600 and partial.month is not None:
        year = _hijri_in_gregorian(year, partial.month)
    date = HijriDate(year, partial.month, partial.day)
    value = _days(date)
    if value is None:
        return Resolved(None, impossible=True)
    if partial.last_year is not None:
        last = HijriDate(partial.last_year).last
        value = f"{date.first}/{last}" if last else value
        return Resolved(value, _gregorian_years(value), hijri=f"{date.value}/{partial.last_year:04}", approximate=date.approximate)
    alternatives = [found for other in others if (found := _days(other))]
    if partial.month is None:
        alternatives += _gregorian_years(value)
    mismatch = False
    if partial.weekday is not None and partial.day is not None and date.first is not None:
        mismatch = date.first.isoweekday() != partial.weekday and not _within_a_day(date.first, partial.weekday)
    return Resolved(value, tuple(alternatives), anchored, date.value, date.approximate, mismatch)


def _hijri_in_gregorian(year: int, month: int) -> int:
    """The Hijri year whose month begins in a Gregorian year: «رمضان 2019»."""
    begin = from_gregorian(dt.date(min(year, 9990), 1, 1))
    if begin is None:
        return 0
    first = HijriDate(begin.year, month).first
    return begin.year if first is not None and first.year >= year else begin.year + 1


def _within_a_day(day: dt.date, weekday: int) -> bool:
    """Whether a weekday is the day before or after: countries begin a Hijri month a day apart."""
    return (day.isoweekday() - weekday) % 7 in {1, 6}


def _gregorian_years(value: str) -> tuple[str, ...]:
    first, _, last = value.partition("/")
    return tuple(dict.fromkeys((first[:4], last[:4]))) if last else ()


def _hijri_year(partial: Partial, context: Context, today: HijriDate, others: list[HijriDate]) -> int:
    """The year of a Hijri month without one, by the rules of Gregorian months."""
    month, here = partial.month or 1, today.month or 1
    if partial.direction is not None:
        count = _turned(Period("month", today.year * 12 + month - 1), Period("month", today.year * 12 + here - 1), partial.direction)
        return count.count // 12
    past = today.year if month <= here else today.year - 1
    future = today.year if month >= here else today.year + 1
    chosen, other = (future, past) if context.is_future(partial.start, partial.end) else (past, future)
    if other != chosen:
        others.append(HijriDate(other, partial.month, partial.day))
    return chosen


def _feast(partial: Partial, context: Context) -> Resolved:
    entry = partial.feast
    if entry is None or (entry.integer("month") == 0 and entry.string("calendar") == "gregorian"):
        return Resolved(None, anchored=True)
    shift = (partial.pick[1] - 1) if partial.pick is not None else 0
    hijri = entry.string("calendar") == "hijri"
    year, anchored = year_of(partial, context)
    if year is not None and hijri and (partial.hijri or 1300 <= year < 1500):
        first = HijriDate(year, entry.integer("month"), entry.integer("day")).first
        return _feast_value(first, shift, hijri=True, others=(), anchored=False)
    if year is not None:
        found = feast_day(entry, year) if 1 <= year <= 9998 else None
        return _feast_value(found, shift, hijri=hijri, others=(), anchored=anchored)
    if context.created is None:
        fixed = f"XXXX-{entry.integer('month'):02}-{entry.integer('day'):02}" if entry.string("calendar") == "gregorian" else None
        return Resolved(fixed, anchored=True)
    days = [
        day
        for step in (-2, -1, 0, 1, 2)
        if 1 < context.created.year + step < 9998 and (day := feast_day(entry, context.created.year + step))
    ]
    if hijri:
        days = sorted({*days, *_second_feasts(entry, context.created)})
    past = [day for day in days if day <= context.created]
    future = [day for day in days if day >= context.created]
    if not past or not future:
        return Resolved(None, anchored=True)
    direction = partial.direction
    if direction is not None and direction < 0:
        chosen, others = past[-1] if past[-1] < context.created else past[-2], ()
    elif direction is not None and direction > 0:
        chosen, others = future[0] if future[0] > context.created else future[1], ()
    else:
        near = min((past[-1], future[0]), key=lambda day: abs((day - context.created).days) if context.created else 0)
        chosen = future[0] if context.is_future(partial.start, partial.end) else near
        others = tuple(day for day in (past[-1], future[0]) if day != chosen)
    return _feast_value(chosen, shift, hijri=hijri, others=others, anchored=True)


def _second_feasts(entry: object, created: dt.date) -> set[dt.date]:
    today = from_gregorian(created)
    if today is None:
        return set()
    from khabar.model import Entry

    assert isinstance(entry, Entry)  # noqa: S101
    days = (HijriDate(today.year + step, entry.integer("month"), entry.integer("day")).first for step in (-1, 0, 1))
    return {day for day in days if day}


def _feast_value(day: dt.date | None, shift: int, *, hijri: bool, others: tuple[dt.date, ...], anchored: bool) -> Resolved:
    if day is None:
        return Resolved(None, anchored=anchored)
    chosen = day + dt.timedelta(days=shift)
    original = from_gregorian(chosen) if hijri else None
    alternatives = tuple((other + dt.timedelta(days=shift)).isoformat() for other in others)
    return Resolved(
        chosen.isoformat(), alternatives, anchored, original.value if original else None, original.approximate if original else False
    )
