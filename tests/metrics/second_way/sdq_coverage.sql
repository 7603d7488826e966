-- by: sex
select
    count(*) filter (
        (borough, child) in (select (borough, child) from strengths where date between year_to($end) and $end)
    ) as numerator,
    count(*) as denominator,
    {by}
from looked_after_at($end)
where age between 5 and 16 and care_started <= year_to($end)
group by all
