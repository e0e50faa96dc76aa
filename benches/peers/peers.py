"""OpenFisca on the agency track of Zibo: its results are compared first, then timed.

Reads a file with one applicant a line and writes a JSON object a line, one for each way to run it.
"""

import json
import sys
import time
from importlib.metadata import version
from platform import python_version

import numpy
from openfisca_core import entities, periods, simulation_builder, taxbenefitsystems, variables

YEAR = "2020"
YES_OR_NO = ["patent_licensed", "in_zone", "custody_recognised", "brand_national", "brand_provincial",
             "abnormal_filings", "zeroing", "doubling"]
NUMBERS = ["pledge_loans", "securitisations", "new_attorneys", "cases_won", "invention_grants", "zeroing_grants",
           "doubling_grants"]
ROUNDS = 5

AGENCY = entities.Entity("agency", "agencies", "An agency", "")


def declare(name, kind, formula=None):
    members = {"value_type": kind, "entity": AGENCY, "definition_period": periods.YEAR, "label": name}
    if kind is str:
        members["default_value"] = ""
    if formula:
        members["formula"] = formula
    return type(name, (variables.Variable,), members)


def eligible(agency, year):
    return agency("patent_licensed", year) * agency("in_zone", year)


def total(agency, year):
    def of(name):
        return agency(name, year)

    mode = of("custody_mode")
    custody = numpy.select([mode == "full", mode == "advisory", mode == "single"], [50_000, 30_000, 10_000], 0)
    brand = numpy.select([of("brand_national"), of("brand_provincial")], [200_000, 100_000], 0)
    grants = of("invention_grants")
    tiers = numpy.select([grants > 200, grants > 120, grants > 70], [50_000, 30_000, 10_000], 0)
    doubling = of("doubling") * (of("doubling_grants") >= 5)
    zeroing = of("zeroing") * (of("zeroing_grants") >= 1)
    zero_or_double = numpy.select([doubling, zeroing], [50_000, 10_000], 0)
    return of("eligible") * (
        of("pledge_loans") * 10_000
        + of("securitisations") * 100_000
        + of("custody_recognised") * custody
        + of("new_attorneys") * 10_000
        + brand
        + numpy.minimum(of("cases_won") * 50_000, 200_000)
        + numpy.logical_not(of("abnormal_filings")) * (tiers + zero_or_double)
    )


def rules():
    system = taxbenefitsystems.TaxBenefitSystem([AGENCY])
    for name in YES_OR_NO:
        system.add_variable(declare(name, bool))
    for name in NUMBERS:
        system.add_variable(declare(name, int))
    system.add_variable(declare("custody_mode", str))
    system.add_variable(declare("eligible", bool, eligible))
    system.add_variable(declare("total", int, total))
    return system


def judge(system, agencies):
    """Whether each of some applicants is eligible, and the totals."""
    simulation = simulation_builder.SimulationBuilder().build_default_simulation(system, count=len(agencies))
    for name in [*YES_OR_NO, *NUMBERS, "custody_mode"]:
        simulation.set_input(name, YEAR, numpy.array([agency[name] for agency in agencies]))
    return simulation.calculate("eligible", YEAR), simulation.calculate("total", YEAR)


def least(run, applicants):
    """Nanoseconds for an applicant in the least disturbed of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        run()
        taken.append((time.perf_counter_ns() - start) // applicants)
    return min(taken)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        applicants = [json.loads(line) for line in file]
    agencies = [applicant["answers"]["agency"] for applicant in applicants]
    system = rules()
    found = zip(*judge(system, agencies), strict=True)
    pairs = enumerate(zip(applicants, found, strict=True), 1)
    differing = next((f"applicant {at}: {found}" for at, (applicant, found) in pairs
                      if found != (applicant["eligible"], applicant["total"])), None)
    one_by_one = agencies[:20]
    ways = {
        "openfisca-core, one by one": (lambda: [judge(system, [agency]) for agency in one_by_one], len(one_by_one)),
        f"openfisca-core, {len(agencies)} at once": (lambda: judge(system, agencies), len(agencies)),
    }
    for name, (run, count) in ways.items():
        print(json.dumps({"name": name, "version": version("openfisca-core"), "runtime": f"Python {python_version()}",
                          "difference": differing, "nanoseconds": least(run, count)}))


main()
