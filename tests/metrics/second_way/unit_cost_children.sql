-- by: borough, sex
with both_sides as (
    select spend, 0 as children, borough, sex from priced_between(year_to($end), $end)
    union all by name
    select 0 as spend, 1 as children, borough, sex from looked_after_at($end)
)
select sum(spend) / 365 * 7 as numerator, sum(children) as denominator, {by}
from both_sides
group by all
