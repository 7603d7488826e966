select sum(spread) as numerator, count(*) as denominator, {by}
from (select distinct cell, spread, {by} from like_care_at($end))
group by all
