-- by: borough, sex
with boroughs as (select distinct borough from episodes),
moved as (
    select * from looked_after_at($end)
    where host_authority in (from boroughs) and host_authority <> borough
)
select sum(change) as numerator, {by}
from (
    select 1 as change, host_authority as borough, sex from moved
    union all
    select -1 as change, borough, sex from moved
)
group by all
