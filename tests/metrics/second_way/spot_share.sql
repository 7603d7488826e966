-- by: borough, placement_type
select count(*) filter (sourcing = 'Spot') as numerator, count(*) as denominator, {by}
from looked_after_at($end)
where sourcing is not null and sourcing <> 'Not recorded'
group by all
