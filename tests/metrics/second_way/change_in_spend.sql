-- by: component
-- by: borough, component
with lines as (
    select
        placement_type,
        if(count(*) >= 10 and min(need_score) < max(need_score), (
            sum(days * need_score * weekly_cost / 7) - sum(days * need_score) * sum(days * weekly_cost / 7) / sum(days)
        ) / (sum(days * need_score * need_score) - sum(days * need_score) * sum(days * need_score) / sum(days)), 0) as slope
    from priced_between(year_before($start), year_before($end))
    where need_score is not null and weekly_cost > 0
    group by all
),
types as (
    select
        coalesce(a.borough, b.borough) as borough,
        coalesce(a.placement_type, b.placement_type) as placement_type,
        coalesce(a.days, 0) as days, coalesce(a.spend, 0) as spend, a.score,
        coalesce(b.days, 0) as days_before, coalesce(b.spend, 0) as spend_before, b.score as score_before
    from (
        select borough, placement_type, sum(days) as days, sum(spend) as spend,
            sum(days * need_score) / sum(days) filter (need_score is not null) as score
        from priced_between($start, $end) group by all
    ) as a
    full join (
        select borough, placement_type, sum(days) as days, sum(spend) as spend,
            sum(days * need_score) / sum(days) filter (need_score is not null) as score
        from priced_between(year_before($start), year_before($end)) group by all
    ) as b on a.borough = b.borough and a.placement_type = b.placement_type
),
boroughs as (
    select borough, sum(days) as all_days, sum(days_before) as all_days_before,
        if(sum(days_before) > 0, sum(spend_before) / sum(days_before), sum(spend) / sum(days)) as mean
    from types group by all
),
split as (
    select
        *,
        if(days_before > 0, spend_before / days_before, spend / nullif(days, 0)) as of_type,
        coalesce(days * (score - score_before) * slope, 0) as need
    from types join boroughs using (borough) left join lines using (placement_type)
),
amounts as (
    select borough, 'volume' as component, max(all_days - all_days_before) * max(mean) as amount from split group by all
    union all by name
    select borough, 'mix' as component, sum(days * coalesce(of_type, 0)) - max(all_days * mean) as amount
    from split group by all
    union all by name
    select borough, 'need' as component, sum(need) as amount from split group by all
    union all by name
    select borough, 'price' as component, sum(spend - days * coalesce(of_type, 0) - need) as amount from split group by all
)
select sum(amount) as numerator, {by}
from amounts
group by all
