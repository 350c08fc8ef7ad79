from __future__ import annotations

import pytest

from tests.reports.files import TEXT
from tracktwo.reports.language import why_not_english

GERMAN = (
    "Die Gewerkschaft hat am Montag eine Erhöhung der Löhne um sechs Prozent gefordert, und die Firma will "
    "das Angebot prüfen. Der Vermittler bat beide Seiten, sich noch vor dem Ende der Woche wieder zu treffen."
)
SPANISH = (
    "El sindicato pidió el lunes un aumento de los salarios del seis por ciento, y la empresa dijo que "
    "estudiaría la oferta. El mediador pidió a las dos partes que se reúnan otra vez esta semana."
)
RUSSIAN = "Профсоюз потребовал в понедельник повышения зарплаты на шесть процентов"


def test_english_is_english() -> None:
    assert why_not_english(TEXT) is None


def test_bulletins_full_of_names_are_english() -> None:
    names = "The EU, supported by NORWAY, SWITZERLAND and JAPAN and opposed by SAUDI ARABIA, OMAN, said no. "
    assert why_not_english(names * 5) is None


@pytest.mark.parametrize(
    ("text", "reason"), [(GERMAN, "German"), (SPANISH, "Spanish"), (RUSSIAN, "not Latin")]
)
def test_other_languages_are_named(text: str, reason: str) -> None:
    assert reason in (why_not_english(text) or "")


def test_a_few_words_prove_nothing() -> None:
    assert why_not_english("Wage deal: six percent, Aldenbury Tramways.") is None


def test_words_of_no_language_are_not_english() -> None:
    assert "function words" in (why_not_english("lorem ipsum dolor sit amet " * 10) or "")
