-- by: borough, placement_type
select count(*) filter (provider_sector = 'Voluntary') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
