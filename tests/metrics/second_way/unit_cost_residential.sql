-- by: placement_type
with both_sides as (
    select spend, 0 as care, borough, placement_type from priced_between(year_to($end), $end)
    union all by name
    select 0 as spend, days_between(started, ended, year_to($end), $end) as care, borough, placement_type
    from episodes
    where not is_short_break and not is_temporary
)
select sum(spend) * 7 as numerator, sum(care) as denominator, {by}
from both_sides
where placement_type in ('Secure home', 'Children''s home', 'Residential care home', 'Residential school')
    and care >= 0
group by all
