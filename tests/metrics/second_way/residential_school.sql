-- by: borough, sex
select count(*) filter (placement_group = 'Residential school') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
