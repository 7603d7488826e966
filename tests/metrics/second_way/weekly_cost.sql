-- by: borough, placement_type
select sum(weekly_cost * days) as numerator, sum(days) as denominator, {by}
from (
    select *, least(coalesce(ended, $end + 1), $end + 1)::date - greatest(started, $start)::date as days
    from costs
    where placement_type is not null and started <= $end and (ended is null or ended > $start)
)
where days > 0
group by all
