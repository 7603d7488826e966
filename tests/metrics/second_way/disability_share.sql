-- by: borough, sex
select count(*) filter (category_of_need = 'Child''s disability') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
group by all
