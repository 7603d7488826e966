-- by: borough, placement_type
-- by: age_band
select sum(weekly_cost * 365 / 7) as numerator, {by}
from priced_at($end)
group by all
