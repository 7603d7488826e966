"""Whether a price stands for enough providers that none of them can work out another's."""

import polars as pl

from metrics.disclosure.rules import PROVIDERS_AT_LEAST, REST_AT_LEAST, TOP_TWO_UNDER
from metrics.populations.like_care import BOUGHT
from metrics.question import Question


def telling_prices(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Say of each group, in `told_price`, whether its price would tell what one provider charges.

    It does unless three providers or more are behind it, the two largest have under 90% of the money, and the
    others together have a tenth of the largest's or more. Only bought care counts: a borough's own carers and
    homes have no price to protect.
    """
    by = list(question.by)
    of_each = list(dict.fromkeys([*by, "provider"]))
    amounts = _bought(rows).group_by(of_each).agg(amount=pl.col("numerator").abs().sum())
    told = _tells(pl.col("amount")).alias("told_price")
    largest_first = amounts.sort("amount", descending=True)
    return largest_first.group_by(by, maintain_order=True).agg(told) if by else largest_first.select(told)


def _bought(rows: pl.DataFrame) -> pl.DataFrame:
    named = rows.filter(pl.col("provider").is_not_null())
    if "provider_sector" not in rows.columns:
        return named
    return named.filter(pl.col("provider_sector").cast(pl.String).is_in(BOUGHT))


def _tells(amount: pl.Expr) -> pl.Expr:
    top_two = amount.head(2).sum()
    enough = pl.len() >= PROVIDERS_AT_LEAST
    spread = (top_two < TOP_TWO_UNDER * amount.sum()) & (amount.sum() - top_two >= REST_AT_LEAST * amount.first())
    return (pl.len() > 0) & ~(enough & spread)
