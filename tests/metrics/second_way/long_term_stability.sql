-- by: borough, placement_group
with long_in_care as (
    select * from looked_after_at($end) where age < 16 and care_started <= $end - interval 30 month
),
with_carer_before as (
    select *, (
        select max(other.carer_started)
        from episodes as other
        where not other.is_short_break and other.borough = now.borough and other.child = now.child
            and other.care_started = now.care_started and other.carer_started < now.carer_started
    ) as before
    from long_in_care as now
)
select
    count(*) filter (
        carer_started <= $end - interval 24 month
        or (placement_group = 'Placed for adoption' and before <= $end - interval 24 month)
    ) as numerator,
    count(*) as denominator,
    {by}
from with_carer_before
group by all
