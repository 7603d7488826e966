-- by: cohort
-- by: borough, cohort
-- by: placement_type
with years as (
    select 1 as now, 0 as before, borough, cohort, placement_type from incidents_between($start, $end)
    union all by name
    select 0 as now, 1 as before, borough, cohort, placement_type
    from incidents_between(year_before($start), year_before($end))
)
select sum(now) - sum(before) as numerator, sum(before) as denominator, {by}
from years
group by all
