with moved as (
    select borough, count(distinct child) as children
    from episodes
    where not is_short_break and opens_care and started between $start and $end
    group by all
)
select sum(children) as numerator, sum(people) as denominator, {by}
from people_at($end) left join moved using (borough)
group by all
