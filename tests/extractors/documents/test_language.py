"""The language is the document's, whatever its capitals say, and the same at every call."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from extractors.documents.language import detect_language
from tests.extractors.documents.language_texts import PARTS, write_texts

FRENCH = (
    "AXE 1 : AMÉLIORER LA PRÉVENTION\nDÉPISTAGE\n"
    "L'Institut fédère et coordonne les acteurs de la lutte contre les cancers dans les domaines "
    "de la prévention, des dépistages, des soins, de la recherche et de l'innovation.\n"
)
ENGLISH = (
    "Axe 1\nThe Institute brings together those who fight cancer in prevention, screening, care, "
    "research and innovation, and it coordinates what they do.\n"
)
OTHERS = {
    "es": "El Instituto presenta la hoja de ruta de la estrategia decenal contra el cáncer, que "
    "quiere mejorar la prevención y el acceso de todos los pacientes a los tratamientos.",
    "de": "Das Institut stellt den Fahrplan der zehnjährigen Strategie gegen Krebs vor, mit dem "
    "die Vorbeugung und der Zugang aller Patienten zur Behandlung verbessert werden sollen.",
    "it": "L'Istituto presenta la tabella di marcia della strategia decennale contro i tumori, che "
    "vuole migliorare la prevenzione e l'accesso di tutti i pazienti alle cure.",
    "pt": "O Instituto apresenta o roteiro da estratégia de dez anos contra o cancro, que pretende "
    "melhorar a prevenção e o acesso de todos os doentes aos tratamentos.",
    "nl": "Het instituut stelt het stappenplan voor van de tienjarige strategie tegen kanker, dat "
    "de preventie en de toegang van alle patiënten tot behandeling moet verbeteren.",
    "pl": "Instytut przedstawia plan działania dziesięcioletniej strategii walki z rakiem, która "
    "ma poprawić profilaktykę oraz dostęp wszystkich pacjentów do leczenia.",
    "ca": "L'Institut presenta el full de ruta de l'estratègia decennal contra el càncer, que vol "
    "millorar la prevenció i l'accés de tots els pacients als tractaments.",
    "ro": "Institutul prezintă foaia de parcurs a strategiei pe zece ani împotriva cancerului, "
    "care vrea să îmbunătățească prevenția și accesul tuturor pacienților la tratament.",
    "ru": "Институт представляет дорожную карту десятилетней стратегии борьбы с раком, которая "
    "должна улучшить профилактику и доступ всех пациентов к лечению.",
    "zh": "国家癌症研究所介绍了十年抗癌战略的路线图,该战略旨在改善预防工作,"
    "并使所有患者都能获得治疗和支持性护理,同时加强基础研究与临床研究之间的合作。",
}
# languages whose profile is not loaded
STRANGERS = {
    "hr": "Institut predstavlja plan desetogodišnje strategije borbe protiv raka, koja želi "
    "poboljšati prevenciju i pristup svih bolesnika liječenju.",
    "lt": "Institutas pristato dešimties metų kovos su vėžiu strategijos planą, kuriuo siekiama "
    "pagerinti prevenciją ir visų pacientų galimybes gydytis.",
    "sq": "Instituti paraqet planin e strategjisë dhjetëvjeçare kundër kancerit, që synon të "
    "përmirësojë parandalimin dhe mjekimin e të gjithë pacientëve.",
}
FIRST_USE_IN_THREADS = f"""
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from extractors.documents.language import detect_language
start = Barrier(32)
def ask(number):
    start.wait()
    return detect_language({FRENCH!r})
with ThreadPoolExecutor(32) as pool:
    print(set(pool.map(ask, range(32))))
"""


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_language_and_repeatability(text: str, language: str):
    answers = {detect_language(text) for _ in range(20)}
    assert len(answers) == 1
    code, confidence = answers.pop()
    assert code == language
    assert confidence > 0.9


def test_two_hundred_texts_of_all_lengths():
    texts = write_texts()
    lengths = [len(text) for _, text in texts]
    assert len(texts) == 200
    assert min(lengths) >= 60
    assert max(lengths) > 3900
    wrong = [(code, detect_language(text), text) for code, text in texts]
    assert [entry for entry in wrong if entry[0] != entry[1][0]] == []


def test_texts_are_made_of_different_sentences():
    for parts in PARTS.values():
        assert len(set(parts["sentences"])) >= 60


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_recognised(language: str):
    code, confidence = detect_language(OTHERS[language])
    assert code == language
    assert confidence > 0.8 or language == "zh"  # few letters


@pytest.mark.parametrize("language", STRANGERS)
def test_a_language_that_is_not_known_is_not_french(language: str):
    assert detect_language(STRANGERS[language])[0] not in ("fr", "en", "")


@pytest.mark.parametrize("text", ["", "2021-2025", "AXE 1", "12 345 / 678", "1 250 3 410\n" * 500])
def test_too_little_text_has_no_language(text: str):
    assert detect_language(text) == ("", 0.0)


@pytest.mark.parametrize("heading", PARTS["fr"]["headings"] + PARTS["fr"]["names"])
def test_a_short_text_is_never_surely_foreign(heading: str):
    code, confidence = detect_language(heading)
    assert code in ("", "fr") or confidence < 0.8


def test_a_french_document_with_an_english_part_is_french():
    french = " ".join(PARTS["fr"]["sentences"])
    english = " ".join(PARTS["en"]["sentences"][:20])
    assert detect_language(f"{french}\n{english}")[0] == "fr"
    assert detect_language(f"{english}\n{french}")[0] == "fr"


def test_threads_agree():
    with ThreadPoolExecutor(8) as pool:
        assert {code for code, _ in pool.map(detect_language, [FRENCH] * 32)} == {"fr"}


def test_the_first_use_may_come_from_many_threads_at_once():
    command = [sys.executable, "-c", FIRST_USE_IN_THREADS]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert found.strip() == str({detect_language(FRENCH)})


def test_processes_agree():
    texts = [text for _, text in write_texts()[::20]]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(detect_language, texts)) == [detect_language(text) for text in texts]
