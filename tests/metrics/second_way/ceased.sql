-- by: borough, sex
-- by: age_band
-- by: is_uasc
select count(*) as numerator, {by}
from (
    select
        * replace (is_uasc and (uasc_until is null or uasc_until > ended) as is_uasc),
        age_band(birth_month, ended) as age_band
    from episodes
    where not is_short_break and closes_care and ended between $start and $end
    qualify row_number() over (partition by borough, child order by ended desc) = 1
)
group by all
