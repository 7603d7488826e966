-- by: placement_group
select coalesce(sum(spend) filter (is_out_of_area), 0) as numerator, sum(spend) as denominator, {by}
from priced_between($start, $end)
group by all
