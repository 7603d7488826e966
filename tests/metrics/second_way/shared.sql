-- Run once before every query: what several of them start from.

-- The return year that a date falls in: it ends on 31 March.
create macro return_year(day) as if(month(day) > 3, year(day) + 1, year(day));

-- Whole years from a birth month to a date.
create macro age(birth_month, day) as
cast(floor(((year(day) * 12 + month(day)) - (year(birth_month) * 12 + month(birth_month))) / 12) as integer);

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
select *, age(birth_month, day) as age, age_band(birth_month, day) as age_band
from episodes
where not is_short_break and started <= day and (ended is null or ended > day)
qualify row_number() over (partition by borough, child order by started desc) = 1;

-- Children aged 0 to 17 who live in each borough that has episodes: the mid-year before the return year.
create macro people_at(day) as table
select authority as borough, arg_max(children, mid_year) as people
from population
where mid_year <= return_year(day) - 1 and authority in (select borough from episodes)
group by all;
