-- by: borough, sex
select count(*) filter (placement_group = 'Secure and children''s homes') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
