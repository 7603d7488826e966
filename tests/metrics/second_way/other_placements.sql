-- by: borough, sex
select count(*) filter (placement_group = 'Other placements') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
