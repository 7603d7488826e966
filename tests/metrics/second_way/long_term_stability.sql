-- by: borough, placement_group
with children as (
    select *, (
        select bool_or(first.placement_group = 'Placed for adoption')
        from episodes as first
        where not first.is_short_break and first.borough = now.borough and first.child = now.child
            and first.care_started = now.care_started and first.carer_started = now.carer_started
            and first.started = first.carer_started
    ) as adopts
    from looked_after_at($end) as now
    where age < 16 or age is null
),
with_carer_before as (
    select *, (
        select max(struct_pack(since := other.carer_started, older := other.is_carer_older))
        from episodes as other
        where not other.is_short_break and other.borough = now.borough and other.child = now.child
            and other.care_started = now.care_started and other.carer_started < now.carer_started
    ) as before
    from children as now
),
settled as (
    select
        *,
        care_started <= $end + interval 1 day - interval 30 month as is_long,
        coalesce(if(adopts, before.since, null), carer_started) <= $end + interval 1 day - interval 24 month as is_stable,
        if(adopts and before is not null, before.older, is_carer_older) as is_longer
    from with_carer_before
    where is_care_older or care_started <= $end + interval 1 day - interval 30 month
),
asked as (select *, age is null or not is_long or (is_longer and not is_stable) as is_unknown from settled)
select
    count(*) filter (is_stable and not is_unknown) as numerator,
    count(*) filter (not is_unknown) as denominator,
    count(*) filter (is_unknown) > 0.05 * count(*) as withheld,
    {by}
from asked
group by all
