-- by: borough, provider
-- by: need_level
select sum(spend) as numerator, {by}
from priced_between($start, $end)
group by all
