"""The endpoints of the data interface: its files, and the model of each."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.schema import case_record, list_records
from casebook.schema.case_record import Model
from casebook.texts import pages as texts

FOLDER = "api/v1/"
"""The folder of the interface; addresses and keys below it are permanent."""

VERSION = "1.0.0"
CASE = "cases/{bulletin}/{number}.json"
SELF = "openapi.json"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the interface, or the files of one kind."""

    path: str
    """Below FOLDER; the parameters in braces differ in each file."""
    name: str
    """Its operationId in the OpenAPI document."""
    title: str
    model: Model | None = None
    """The model of its content; None for the OpenAPI document itself."""

    @property
    def address(self) -> str:
        """Its address below the site."""
        return FOLDER + self.path


def _resource(path: str, name: str, key: str, model: Model | None = None) -> Resource:
    return Resource(path, name, texts.table("DATA_FILES")[key], model)


RESOURCES = (
    _resource("index.json", "getIndex", "index", list_records.Index),
    _resource("cases.json", "listCases", "cases", list_records.CaseList),
    _resource(CASE, "getCase", "case", case_record.CaseFile),
    _resource("recent.json", "listRecentCases", "recent", list_records.RecentList),
    _resource("bulletins.json", "listBulletins", "bulletins", list_records.BulletinList),
    _resource("cities.json", "listCities", "cities", list_records.CityList),
    _resource("offences.json", "listOffences", "offences", list_records.OffenceList),
    _resource(SELF, "getDescription", "openapi"),
)
"""All files of the interface."""

MODELS = tuple(one.model for one in RESOURCES if one.model)
"""The models of the files, in their order."""
