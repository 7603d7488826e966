-- by: placement_type
with years as (
    select spend, 0 as before, borough, placement_type from priced_between($start, $end)
    union all by name
    select 0 as spend, spend as before, borough, placement_type
    from priced_between(year_before($start), year_before($end))
)
select sum(spend) - sum(before) as numerator, sum(before) as denominator, {by}
from years
group by all
