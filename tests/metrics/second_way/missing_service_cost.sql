-- by: cohort
-- by: borough, cohort
-- by: placement_type
select sum(service_cost) as numerator, {by}
from costed_incidents($start, $end)
group by all
