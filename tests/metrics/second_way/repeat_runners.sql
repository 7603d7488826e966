-- by: cohort
-- by: borough, cohort
-- by: placement_type
select count(*) as numerator, {by}
from (select runner, {by} from incidents_between($start, $end) group by all having count(*) > 8)
group by all
