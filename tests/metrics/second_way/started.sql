-- by: borough, sex
-- by: age_band
-- by: is_uasc
select count(*) as numerator, {by}
from (
    select *, age_band(birth_month, started) as age_band
    from episodes
    where not is_short_break and opens_care and started between $start and $end
    qualify row_number() over (partition by borough, child order by started desc) = 1
)
group by all
