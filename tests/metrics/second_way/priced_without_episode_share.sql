-- by: sex
select count(*) filter (not is_episode_known) as numerator, count(*) as denominator, {by}
from costs
where started <= $end and (ended is null or ended > $end)
group by all
