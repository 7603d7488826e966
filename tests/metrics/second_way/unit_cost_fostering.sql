with both_sides as (
    select spend, 0 as children, borough, placement_group from priced_between(year_to($end), $end)
    union all by name
    select 0 as spend, 1 as children, borough, placement_group from looked_after_at($end)
)
select sum(spend) / 365 * 7 as numerator, sum(children) as denominator, {by}
from both_sides
where placement_group = 'Foster care'
group by all
