-- by: placement_type
-- by: provider_sector, need_level
select quantile_cont(weekly_cost, 0.5) as value, count(*) as denominator, {by}
from priced_at($end)
group by all
