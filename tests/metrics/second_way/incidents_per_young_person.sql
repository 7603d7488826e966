-- by: cohort
-- by: borough, cohort
-- by: placement_type
select count(*) as numerator, count(distinct runner) as denominator, {by}
from incidents_between($start, $end)
group by all
