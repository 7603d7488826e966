-- by: placement_group
select sum(missing) as numerator, count(*) as denominator, {by}
from looked_after_between(year_to($end), $end)
join absences_between(year_to($end), $end) using (borough, child)
where missing > 0
group by all
