import polars as pl

from dashboard.data.price_against_need import line, named
from tests.table import table

PLACEMENTS = table("""
    provider | borough | need_score | weekly_cost | expected_cost
    Ash      | Brent   | 10         | 1010        | 1000
    Ash      | Ealing  | 20         | 1990        | 2000
    Birch    | Brent   | 30         | 3020        | 3000
    Birch    | Ealing  | 15         | 1480        | 1500
    Cedar    | Harrow  | 12         | 4200        | 1200
""")


def test_names_by_provider_and_type_only_the_placements_far_above_the_line():
    like = [PLACEMENTS.head(4).with_columns(pl.col("weekly_cost") + each) for each in (-15, -5, 5, 15)]
    found = named(pl.concat([*like, PLACEMENTS]), "Children's home")
    assert found["name"].to_list() == [*[None] * 20, "Cedar, Children's home"]
    assert named(PLACEMENTS, "Children's home")["name"].null_count() == PLACEMENTS.height
    assert found.columns == ["need", "value", "series", "name"]


def test_draws_the_expected_line_from_least_to_greatest_need():
    assert line(PLACEMENTS).rows() == [(10, 1000), (30, 3000)]
