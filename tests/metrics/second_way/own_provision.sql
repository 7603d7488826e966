-- by: borough, placement_type
select count(*) filter (provider_sector = 'Own provision') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
