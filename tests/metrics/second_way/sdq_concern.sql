-- by: sex
with latest as (
    select *, age(birth_month, date) as age
    from strengths
    where date between year_to($end) and $end
    qualify row_number() over (partition by borough, child order by date desc, sdq_score desc) = 1
)
select count(*) filter (sdq_band = 'Cause for concern') as numerator, count(*) as denominator, {by}
from latest
where is_year_in_care and age between 5 and 16
group by all
