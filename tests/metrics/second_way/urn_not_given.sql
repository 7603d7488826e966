-- by: borough, placement_type
select count(*) filter (where urn_status = 'Not given') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
where coalesce(placement_type, 'Not known') not in ('With parents', 'Other placement')
group by all
