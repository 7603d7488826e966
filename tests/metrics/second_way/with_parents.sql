-- by: borough, sex
select count(*) filter (placement_group = 'With parents') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
