-- by: borough, placement_type
select median(distance_miles::double) as value, count(*) as denominator, {by}
from looked_after_at($end)
where distance_miles is not null
group by all
