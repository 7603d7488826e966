-- by: placement_type
select sum(health * days) as numerator, sum(weekly_cost * days) as denominator, {by}
from priced_between($start, $end)
group by all
