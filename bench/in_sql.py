"""The suite's questions in SQL, each as quick as we could write it."""

from typing import Final

OPEN: Final = "not is_short_break and started <= $until and coalesce(ended > $until, true)"
DAYS: Final = "date_diff('day', greatest(started, $since), least(coalesce(ended, $until + 1), $until + 1))"


def stock(by: str, part: str | None = None, where: str = "true") -> str:
    """SQL of a count by group at the end of each month: what opened less what closed, added up; a part of it too."""
    index = "greatest(0, (year({0}) - year($since)) * 12 + month({0}) - month($since))"
    weights = {"numerator": part or "1"} | ({"whole": "1"} if part else {})
    changes = " union all ".join(
        f"select {by}, {index.format(day)} as i, {', '.join(f'{sign}{w} as {name}' for name, w in weights.items())}"
        f" from episodes where not is_short_break and {day} <= $until and {where}"
        for day, sign in (("started", ""), ("ended", "-"))
    )
    running = [f"sum(coalesce({name}, 0)) over (partition by {by} order by i) as {name}" for name in weights]
    return f"""
        with change as (select {by}, i, {", ".join(f"sum({name}) as {name}" for name in weights)}
                        from ({changes}) group by all),
             grid as (select * from (select distinct {by} from change), (select month, i from months))
        select {by}, month, {", ".join(running)} from grid left join change using ({by}, i)"""
