"""Where nothing changed the Overview says so; where one borough's prices did, it is named first. More: `make bench`."""

from bench.claims import is_false, page
from bench.still import PUBLISHED, Change, name_of, still
from metrics.engine.table_cache import Held

SMALL = (60, 60, 60)


def held(seed: int, sizes: tuple[int, ...], *, april: bool = False, change: Change | None = None) -> Held:
    made = still(seed, sizes, april=april, change=change)
    return Held({name: rows.lazy() for name, rows in made.items()})


def test_of_still_consortia_hardly_any_page_claims_a_change_or_shades_a_borough():
    """One page in ten may; of ten more than three do once in eighty runs."""
    pages = [page(held(seed, SMALL)) for seed in range(8)] + [page(held(seed, PUBLISHED)) for seed in range(2)]
    assert sum(bool(each.claims) for each in pages) <= 3
    assert sum(each.shaded for each in pages) <= 0.05 * sum(each.cells for each in pages)


def test_that_prices_rise_each_april_is_all_that_is_told_where_they_do():
    told = page(held(1, PUBLISHED, april=True)).claims
    assert ("weekly_cost", "Consortium", 1) in told
    assert not any(is_false(claim, april=True) for claim in told)


def test_the_one_borough_whose_prices_rose_is_named_first_and_no_other():
    told = page(held(3, PUBLISHED, change=Change("price", 0.5, borough=4))).claims
    assert {who for _, who, _ in told} == {name_of(4)}
    assert told[0][0] == "weekly_cost"


def test_a_new_mix_of_placements_in_one_borough_is_told_of_that_borough():
    told = page(held(5, PUBLISHED, change=Change("mix", 0.5, borough=4))).claims
    assert ("secure_and_childrens_homes", name_of(4), 1) in told
