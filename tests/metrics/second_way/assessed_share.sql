-- by: age_band
select
    count(*) filter (
        (borough, child) in (select (borough, child) from assessed_at($end) where need_level <> 'Not assessed')
    ) as numerator,
    count(*) as denominator,
    {by}
from looked_after_at($end)
group by all
