-- by: cohort
-- by: borough, cohort
-- by: placement_type
select count(*) * 1000 as numerator, {by}
from incidents_between($start, $end)
group by all
