-- by: borough, distance_reason
select count(*) as numerator, {by}
from (
    select * replace (coalesce(cast(distance_reason as varchar), 'Not recorded') as distance_reason)
    from looked_after_at($end)
    where is_out_of_area
)
group by all
