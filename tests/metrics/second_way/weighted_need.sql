-- by: placement_type
-- by: age
select sum(need_score) as numerator, count(*) as denominator, {by}
from assessed_at($end)
group by all
