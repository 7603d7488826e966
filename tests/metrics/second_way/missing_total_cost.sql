-- by: cohort
-- by: borough, cohort
-- by: placement_type
select coalesce(sum(service_cost), 0) + 1000 * count(*) as numerator, {by}
from costed_incidents($start, $end)
group by all
