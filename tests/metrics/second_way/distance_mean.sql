-- by: borough, placement_type
select sum(distance_miles::double) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
where distance_miles is not null
group by all
