-- by: borough, measure, period, publication, note
select
    if(count(*) = 1, any_value(value), null) as value,
    if(count(*) = 1, any_value(value), 0) as numerator,
    count(value) as denominator,
    {by}
from (select *, authority as borough from published)
group by all
