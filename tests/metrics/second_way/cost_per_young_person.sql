-- by: cohort
-- by: borough, cohort
-- by: placement_type
select sum(service_cost) as numerator, count(distinct runner) as denominator, {by}
from costed_incidents($start, $end)
where service_cost is not null
group by all
