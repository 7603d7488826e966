-- by: sex
with latest as (
    select *, age(birth_month, date) as age
    from strengths
    where date between year_to($end) and $end
    qualify row_number() over (partition by borough, child order by date desc, sdq_score desc) = 1
),
scored as (
    select *, age is null or is_year_in_care is null as is_unknown
    from latest
    where coalesce(is_year_in_care, true) and coalesce(age between 5 and 16, true)
)
select
    count(*) filter (sdq_band = 'Borderline' and not is_unknown) as numerator,
    count(*) filter (not is_unknown) as denominator,
    count(*) filter (is_unknown) > 0.05 * count(*) as withheld,
    {by}
from scored
group by all
