-- by: borough, placement_type
select count(*) filter (is_out_of_area is null) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
