from dashboard.pages.providers.provider_data import judged


def test_writes_one_settings_judgement_plainly_and_counts_several_best_first():
    assert judged({"Good": 1}) == "Good"
    assert judged({"Inadequate": 1, "Good": 3}) == "Good 3, Inadequate 1"
    assert judged({"Good": 2}) == "Good 2"
