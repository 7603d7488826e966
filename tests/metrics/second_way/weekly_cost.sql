-- by: borough, placement_type
select sum(weekly_cost * days) as numerator, sum(days) as denominator, {by}
from priced_between($start, $end)
group by all
