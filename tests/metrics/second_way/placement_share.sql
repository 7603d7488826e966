-- by: borough, placement_type
-- by: borough, provider_sector
with children as (select *, count(*) over (partition by borough) as whole from looked_after_at($end))
select
    count(*) as numerator,
    list_sum([each.whole for each in list(distinct {{'borough': borough, 'whole': whole}})]) as denominator,
    {by}
from children
group by all
