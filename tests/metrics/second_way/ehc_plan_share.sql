-- by: placement_type
select count(*) filter (has_ehc_plan) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
where has_ehc_plan is not null
group by all
