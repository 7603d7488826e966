with people as (
    select authority as borough, arg_max(children, mid_year) as people
    from population
    where mid_year <= return_year($end) - 1 and authority in (select borough from episodes)
    group by all
),
looked_after as (
    select borough, count(*) as children from looked_after_at($end) group by all
)
select sum(children) as numerator, sum(people) as denominator, {by}
from people full join looked_after using (borough)
group by all
