"""What a person may have meant."""

from metrics.engine.filter_values import did_you_mean, values_of
from tests.metrics.asked import given


def test_values_of_text_come_from_every_table():
    tables = given(
        episodes="borough | child | started\nBrent | 1 | 2024-01-01",
        services="borough | service\nHarrow | Advocacy",
    )
    assert values_of("borough", tables) == ["Brent", "Harrow"]
    assert values_of("sex", tables) == []


def test_the_nearest_is_asked_about():
    assert did_you_mean("brentt", ["Brent", "Ealing"]) == " Did you mean Brent?"
    assert did_you_mean("zzz", ["Brent", "Ealing"]) == ""
