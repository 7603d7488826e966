-- by: borough, placement_type
with scored as (select * from priced_at($end) where need_score is not null and weekly_cost > 0),
lines as (
    select
        placement_type,
        avg(weekly_cost) as mean_cost,
        avg(need_score) as mean_score,
        if(count(*) >= 10 and min(need_score) < max(need_score), regr_slope(weekly_cost, need_score), 0) as slope
    from scored
    group by all
)
select
    sum(weekly_cost - (mean_cost + slope * (need_score - mean_score))) as numerator,
    count(*) as denominator,
    {by}
from scored join lines using (placement_type)
group by all
