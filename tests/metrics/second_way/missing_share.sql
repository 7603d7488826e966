-- by: borough, placement_group
-- by: is_uasc
select count(*) filter (missing > 0) as numerator, count(*) as denominator, {by}
from looked_after_between(year_to($end), $end)
left join absences_between(year_to($end), $end) using (borough, child)
group by all
