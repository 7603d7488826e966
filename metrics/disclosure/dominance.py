"""Whether money stands for enough owner groups that none of them can work out what another is paid."""

from typing import Final

import polars as pl

from metrics.card import Metric
from metrics.disclosure.rules import OWNERS_AT_LEAST, REST_AT_LEAST, TOP_TWO_UNDER
from metrics.engine.query import Question
from metrics.populations import Tables
from metrics.populations.like_for_like import BOUGHT
from metrics.vocabulary import Statistic, Theme

OF_MONEY: Final = frozenset({Statistic.TOTAL, Statistic.MEAN, Statistic.QUANTILE, Statistic.CHANGE})


def is_money(metric: Metric) -> bool:
    """Say whether a figure is of what care costs: a price, a sum of money or a funder's part of one."""
    return metric.is_price or (metric.theme is Theme.COST and metric.statistic in OF_MONEY)


def owners(tables: Tables) -> pl.DataFrame:
    """Give the owner group of each provider that the register knows: provider, owner. Others own themselves."""
    known = tables["providers"].select(pl.col("provider").cast(pl.String), owner=pl.col("owner_group").cast(pl.String))
    return known.drop_nulls().sort("provider", "owner").unique("provider", keep="first").collect()


def telling_prices(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Say of each group, in `told_price`, whether its money would tell what one owner group is paid.

    `rows` have `provider` and, where the register knows it, `owner`. It does unless three owner groups or more are
    behind it, the two largest have under 90% of the money, and the others together have a tenth of the largest's or
    more; of a part of the money, such as a funder's, and of the whole that it is a part of. Only bought care counts: a
    borough's own carers and homes have no price to protect.
    """
    by = list(question.by)
    tells = [pl.col("numerator"), pl.col("denominator")] if _is_part(question.metric) else [pl.col("numerator")]
    told = pl.any_horizontal(tells).alias("told_price")
    told_of = amounts(rows, by)
    each = [_tells(pl.col(name).filter(pl.col(name) > 0)).alias(name) for name in ("numerator", "denominator")]
    found = told_of.group_by(by, maintain_order=True).agg(each) if by else told_of.select(each)
    return found.select(*by, told)


def amounts(rows: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Give what each owner group of bought care is behind in each group: `owner`, numerator, denominator, positive."""
    owner = pl.coalesce("owner", "provider").alias("owner") if "owner" in rows.columns else pl.col("provider")
    named = _bought(rows).with_columns(owner.alias("owner"))
    return named.group_by(list(dict.fromkeys([*by, "owner"]))).agg(pl.col("numerator", "denominator").abs().sum())


def is_telling(amounts: pl.Series) -> bool:
    """Say whether amounts of owner groups, one each, would tell what one of them is paid."""
    return bool(pl.DataFrame({"amount": amounts.filter(amounts > 0)}).select(_tells(pl.col("amount"))).item())


def _is_part(metric: Metric) -> bool:
    """Say whether a figure is money over money: a funder's part, say, where the parts and the whole are both told."""
    return metric.unit.value == "%"


def _bought(rows: pl.DataFrame) -> pl.DataFrame:
    named = rows.filter(pl.col("provider").is_not_null())
    if "provider_sector" not in rows.columns:
        return named
    return named.filter(pl.col("provider_sector").cast(pl.String).is_in(BOUGHT))


def _tells(amount: pl.Expr) -> pl.Expr:
    largest = amount.sort(descending=True)
    top_two = largest.head(2).sum()
    enough = amount.len() >= OWNERS_AT_LEAST
    spread = (top_two < TOP_TWO_UNDER * amount.sum()) & (amount.sum() - top_two >= REST_AT_LEAST * largest.first())
    return (amount.len() > 0) & ~(enough & spread)
