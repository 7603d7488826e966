-- by: borough, provider
select sum(greatest(weekly_cost - middle, 0) * 365 / 7) as numerator, {by}
from like_care_at($end)
group by all
