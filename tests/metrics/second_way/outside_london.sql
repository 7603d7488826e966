-- by: borough, placement_type
select count(*) filter (host_region <> 'London') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
