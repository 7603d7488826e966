-- by: placement_type
select
    sum(greatest(weekly_cost - (social_care + education + health), 0) * days) as numerator,
    sum(weekly_cost * days) as denominator,
    {by}
from priced_between($start, $end)
group by all
