with looked_after as (
    select borough, count(*) as children from looked_after_at($end) group by all
)
select sum(children) as numerator, sum(people) as denominator, {by}
from people_at($end) left join looked_after using (borough)
group by all
