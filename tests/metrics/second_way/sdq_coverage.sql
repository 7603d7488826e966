-- by: sex
with due as (
    select
        *,
        (borough, child) in (select (borough, child) from strengths where date between year_to($end) and $end) as scored,
        age is null or care_started > year_to($end) as is_unknown
    from looked_after_at($end)
    where coalesce(age between 5 and 16, true) and (is_care_older or care_started <= year_to($end))
)
select
    count(*) filter (scored and not is_unknown) as numerator,
    count(*) filter (not is_unknown) as denominator,
    count(*) filter (is_unknown) > 0.05 * count(*) as withheld,
    {by}
from due
group by all
