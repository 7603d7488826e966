-- Run once before every query: what several of them start from.

-- The return year that a date falls in: it ends on 31 March.
create macro return_year(day) as if(month(day) > 3, year(day) + 1, year(day));

-- Whole years from a birth month to a date; of those born on 29 February from that day, else from 1 March.
create macro age(birth_month, day) as
year(day) - year(birth_month)
- cast(strftime(day, '%m%d') < strftime(birth_month, '%m%d') as integer);

create macro age_band(birth_month, day) as case
    when birth_month is null then null
    when age(birth_month, day) < 1 then 'Under 1'
    when age(birth_month, day) < 5 then '1 to 4'
    when age(birth_month, day) < 10 then '5 to 9'
    when age(birth_month, day) < 16 then '10 to 15'
    else '16 and over'
end;

-- Need level of the latest assessment of a child on or before a date.
create macro need_level_at(who, day) as coalesce((
    select cast(arg_max(need_level, date) as varchar) from assessments where child = who and date <= day
), 'Not assessed');

-- Children looked after at a date, one row a child; of two open episodes, the one that started last.
create macro looked_after_at(day) as table
select * replace (is_uasc and (uasc_until is null or uasc_until > day) as is_uasc), age(birth_month, day) as age, age_band(birth_month, day) as age_band
from episodes
where not is_short_break and started <= day and (ended is null or ended > day)
qualify row_number() over (partition by borough, child order by started desc) = 1;

-- Children aged 0 to 17 who live in each borough that has episodes: the mid-year before the return year.
-- A borough whose population is not known has no row: it is in neither part of a rate.
create macro people_at(day) as table
select authority as borough, arg_max(children, mid_year) as people
from population
where mid_year <= return_year(day) - 1 and authority in (select borough from episodes)
group by all;

-- The same day a year before; the last day of February stays the last.
create macro year_before(day) as
cast(if(day = last_day(day), last_day(day - interval 1 year), day - interval 1 year) as date);

-- The first day of the twelve months that end on a day.
create macro year_to(day) as cast(day + interval 1 day - interval 1 year as date);

-- Days from one date to another that fall in a period, both ends of the period included.
create macro days_between(started, ended, first, last) as
least(coalesce(ended, last + 1), last + 1)::date - greatest(started, first)::date;

-- Prices in force in a period, with the days each was and what that came to: an amount by the month or year comes to as
-- much in a return year of 366 days.
create macro priced_between(first, last) as table
select *, weekly_cost * days / 7 / if(is_of_leap_year, 366.0 / 365, 1) as spend
from (select *, days_between(started, ended, first, last) as days from costs where placement_type is not null)
where days > 0;

-- Prices in force at a date.
create macro priced_at(day) as table
select *, age(birth_month, day) as age, age_band(birth_month, day) as age_band
from costs
where placement_type is not null and started <= day and (ended is null or ended > day);

-- Like care at a date: prices of one private or voluntary provider, placement type and need level, two boroughs or more.
create macro like_care_at(day) as table
with bought as (
    select *, concat_ws('/', provider, placement_type, need_level) as cell
    from priced_at(day)
    where provider_sector in ('Private', 'Voluntary') and provider <> 'Not recorded'
        and need_level <> 'Not assessed' and weekly_cost > 0
),
cells as (
    select
        cell,
        median(weekly_cost) as middle,
        quantile_cont(weekly_cost, 0.25) as low,
        count(distinct borough) as boroughs
    from bought
    group by all
),
means as (select cell, borough, avg(weekly_cost) as mean from bought group by all),
spreads as (select cell, max(mean) - min(mean) as spread from means group by all)
select * from bought join cells using (cell) join spreads using (cell) where boroughs > 1;

-- The latest assessment by a date of each child looked after then.
create macro assessed_at(day) as table
select *
from looked_after_at(day) as child
join (
    select borough, child, date as assessed, need_score, need_level, first_score, first_assessed
    from assessments
    where date <= day
    qualify row_number() over (partition by borough, child order by date desc) = 1
) as latest using (borough, child);

-- Local incidents in a period; one without detail is of a young person of its own.
create macro incidents_between(first, last) as table
select *, age_band(birth_month, date) as age_band
from (select *, coalesce(child, 'unknown ' || row_number() over ()) as runner from incidents)
where date between first and last;

-- What missing-from-home contracts cost in a period: a twelfth of the price a month, by days in a part of one.
create macro service_price(first, last) as table
with months as (
    select cast(unnest(generate_series(date_trunc('month', first), last, interval 1 month)) as date) as month
),
paid as (
    select
        borough,
        annual_price / 12 / day(last_day(month)) as of_day,
        days_between(greatest(started, month), ended, first, least(last, last_day(month))) as days
    from services, months
    where category = 'Missing from home'
)
select borough, sum(of_day * days) as price from paid where days > 0 group by all;

-- Local incidents in a period with the part of the service's price that falls on each.
create macro costed_incidents(first, last) as table
with numbers as (select borough, count(*) as number from incidents_between(first, last) group by all)
select *, price / number as service_cost
from incidents_between(first, last) join numbers using (borough) left join service_price(first, last) using (borough);

-- Children looked after at any time in a period, as in their last episode there.
create macro looked_after_between(first, last) as table
select * replace (
    is_uasc and (uasc_until is null or uasc_until >= least(coalesce(ended, last + 1), last + 1)) as is_uasc
)
from episodes
where not is_short_break and started <= last and days_between(started, ended, first, last) > 0
qualify row_number() over (
    partition by borough, child order by least(coalesce(ended, last + 1), last + 1) desc, started desc
) = 1;

-- Missing and away incidents of children looked after in a period, those that go on when it starts included.
create macro absences_between(first, last) as table
select borough, child, count(*) filter (is_missing) as missing, count(*) filter (is_away) as away
from missing
where is_in_care and date <= last and (ended is null or ended >= first)
group by all;
