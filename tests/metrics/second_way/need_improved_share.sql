-- by: placement_group
select count(*) filter (need_score < first_score) as numerator, count(*) as denominator, {by}
from assessed_at($end)
where assessed <> first_assessed
group by all
