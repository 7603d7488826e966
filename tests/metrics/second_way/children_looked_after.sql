-- by: borough, placement_group
-- by: age_band
-- by: is_uasc
-- by: sex, is_out_of_area
select count(*) as numerator, {by}
from looked_after_at($end)
group by all
