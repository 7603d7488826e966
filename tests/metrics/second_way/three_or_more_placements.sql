-- by: borough, sex
with placements as (
    select borough, child, count(distinct placement_started) as placements
    from episodes
    where not is_short_break and not is_temporary
        and started <= $end and (ended is null or ended > $end - interval 1 year + interval 1 day)
    group by all
)
select count(*) filter (placements >= 3) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
left join placements using (borough, child)
group by all
