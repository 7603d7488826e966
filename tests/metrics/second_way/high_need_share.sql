-- by: placement_type, need_level
select count(*) filter (need_level in ('High', 'Very high')) as numerator, count(*) as denominator, {by}
from assessed_at($end)
group by all
