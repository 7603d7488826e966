-- by: placement_type
select
    count(*) filter ((borough, child) in (select (borough, child) from priced_at($end))) as numerator,
    count(*) as denominator,
    {by}
from looked_after_at($end)
group by all
