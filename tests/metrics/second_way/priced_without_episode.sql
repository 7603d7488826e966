-- by: sourcing
select count(*) as numerator, {by}
from costs
where not is_episode_known and started <= $end and (ended is null or ended > $end)
group by all
