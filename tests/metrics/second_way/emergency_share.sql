-- by: borough, placement_type
select count(*) filter (arrangement = 'Emergency') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
where arrangement is not null and arrangement <> 'Not recorded'
group by all
