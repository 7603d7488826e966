-- by: cohort
-- by: borough, cohort
-- by: placement_type
-- by: age_band
-- by: hour
select count(*) as numerator, {by}
from incidents_between($start, $end)
group by all
