-- by: borough, age_band
select count(*) filter (is_uasc) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
