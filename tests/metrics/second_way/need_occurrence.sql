-- by: indicator
-- by: domain, age_band
-- by: placement_type, indicator
select count(*) filter (score >= 1) as numerator, count(*) as denominator, {by}
from looked_after_at($end)
join (
    select borough, child, indicator, domain, score
    from needs
    where date <= $end and (next_assessed is null or next_assessed > $end)
) using (borough, child)
group by all
