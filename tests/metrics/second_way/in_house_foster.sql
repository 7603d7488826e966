-- by: borough, sex
select count(*) filter (placement_type = 'In-house foster') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
