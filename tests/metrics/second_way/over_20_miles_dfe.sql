-- by: borough, placement_type
select count(*) filter (distance_miles > 20 or host_region in ('Channel Islands', 'Isle of Man')) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
