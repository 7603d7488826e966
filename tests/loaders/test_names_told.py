"""Names of providers on the command line."""

import json

import pytest

from loaders.__main__ import main
from store.engine import engine
from store.uploads.save import save_all
from tests.store.handing import reading

REGISTER = reading("providers", "urn | setting | provider\n1 | Oak Lodge | Acorn Care", borough=None, year=None)
COSTS = reading("costs", "child | provider_name\nBRE-1 | ACORN [CARE]\nBRE-2 | Zebra")


@pytest.fixture(autouse=True)
def loaded(own_database: str) -> None:
    del own_database
    save_all(engine(), [REGISTER, COSTS], who="officer")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["providers", *arguments]) == 0
    return capsys.readouterr().out


def test_names_wait_with_a_proposal_until_someone_rules(capsys: pytest.CaptureFixture[str]):
    listed = told(capsys)
    assert "ACORN [CARE]" in listed
    assert "Waiting: 2. Ruled on: 0." in listed
    ruled = told(capsys, "--same", "ACORN [CARE]", "Acorn Care", "--who", "analyst")
    assert "Waiting: 1. Ruled on: 1." in ruled
    assert "ACORN [CARE]: Acorn Care (analyst," in ruled
    assert "Zebra: nobody in the register" in told(capsys, "--nobody", "Zebra")
    assert "Zebra: nobody" not in told(capsys, "--forget", "Zebra")


def test_a_provider_that_the_register_has_not_cannot_be_meant(capsys: pytest.CaptureFixture[str]):
    assert main(["providers", "--same", "Zebra", "Zebra Care"]) == 1
    assert "The register has no provider called Zebra Care." in capsys.readouterr().err


def test_names_as_json(capsys: pytest.CaptureFixture[str]):
    found = json.loads(told(capsys, "--json"))
    assert [(each["name"], each["proposed"], each["score"]) for each in found["proposals"]] == [
        ("ACORN [CARE]", "Acorn Care", 100),
        ("Zebra", None, None),
    ]
    assert found["rulings"] == []
