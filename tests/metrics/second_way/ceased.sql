-- by: borough, sex
-- by: age_band
select count(*) as numerator, {by}
from (
    select *, age_band(birth_month, ended) as age_band
    from episodes
    where not is_short_break and closes_care and ended between $start and $end
    qualify row_number() over (partition by borough, child order by ended desc) = 1
)
group by all
