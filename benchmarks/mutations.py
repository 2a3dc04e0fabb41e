"""Mutation check of the guidance engine: flip every threshold and every comparison once; which flips does no test see?

`python -m benchmarks.mutations [--jobs 2] [--only PATTERN] [--list]`. Works on a copy in a temporary folder and leaves
the project as it was. Exits with 1 when less than 95 % of the flips are noticed, with 2 when it could not judge.
"""

import argparse
import ast
import datetime as dt
import importlib
import io
import multiprocessing
import os
import re
import resource
import shutil
import sys
import tempfile
import time
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("bot", "content", "tests", "pyproject.toml")
THRESHOLDS = "content/thresholds.toml"
SOURCES = (
    "bot/guidance/**/*.py",
    *(f"bot/training/{name}.py" for name in ("calendar", "classify", "edits", "strength", "time")),
)
TESTS = ("tests/training", "tests/guidance")
FIRST = "test_cases.py"
LAST = ("test_exhaustive.py", "test_properties.py")
LEAST_PERCENT = 95
MOST_JOBS = 2
MOST_MEMORY = 4 * 2**30
PRELOADED = ("pytest", "pytest_asyncio", "pytest_timeout", "xdist.plugin", "hypothesis.strategies", "pydantic")
PROFILE = "mutations"
PYTEST = (
    *("-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly", "-n", "0", "--timeout=60"),
    *(f"--hypothesis-profile={PROFILE}", "-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
REFUSED_CODE = 40
FORK = multiprocessing.get_context("fork")

FLIPS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
WORDS = {word for symbol, _ in FLIPS.values() for word in symbol.split()}
# Comments and strings are matched first, so that a number in them is none.
TOML_TOKEN = re.compile(r"""#[^\n]*|"(?:\\.|[^"\\])*"|'[^']*'|(?<![\w.:-])(?P<value>\d[\d_.:]*)(?![\w-])""")


class Outcome(StrEnum):
    """What the tests made of a flip; all but the last count as noticed."""

    FAILED = "noticed by a test"
    REFUSED = "refused by the content gate"
    TIMEOUT = "timed out"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One flip: which characters of which file become what."""

    file: str
    line: int
    column: int
    start: int
    end: int
    old: str
    new: str
    source: str

    def __str__(self) -> str:
        """Say where it is and what it does."""
        return f"{self.file}:{self.line}:{self.column}: '{self.old}' -> '{self.new}'  {self.source}"

    def applied(self, text: str) -> str:
        """Return the file's text with the flip."""
        return text[: self.start] + self.new + text[self.end :]


@dataclass(slots=True, kw_only=True)
class Lane:
    """A copy of the project in which one mutant is tried at a time."""

    folder: Path
    mutant: Mutant
    process: ForkProcess
    began: float


class Wrong(Exception):
    """The check cannot be made; the message says why."""


def chosen(project: Path, only: str) -> list[Mutant]:
    """Return the flips whose line holds a pattern; raises Wrong when there is none."""
    found = [mutant for mutant in all_mutants(project) if re.search(only, str(mutant))]
    if not found:
        raise Wrong("no flip fits")
    return found


def all_mutants(project: Path) -> list[Mutant]:
    """Return every flip of a project, thresholds first."""
    found = list(thresholds((project / THRESHOLDS).read_text(encoding="utf-8")))
    for file in sorted(file for pattern in SOURCES for file in project.glob(pattern)):
        found += comparisons(str(file.relative_to(project)), file.read_text(encoding="utf-8"))
    return found


def thresholds(text: str) -> Iterator[Mutant]:
    """Yield each number and time one step up; raises Wrong when the text is not read as tomllib reads it."""
    before = list(_leaves(tomllib.loads(text)))
    values = [match for match in TOML_TOKEN.finditer(text) if match["value"]]
    if len(values) != len(before):
        raise Wrong(f"{THRESHOLDS}: {len(before)} numbers and times, but {len(values)} were found in the text")
    for match in values:
        mutant = _mutant(THRESHOLDS, text, match.span("value"), _one_up(match["value"]))
        after = list(_leaves(tomllib.loads(mutant.applied(text))))
        if sum(one != other for one, other in zip(before, after, strict=True)) != 1:
            raise Wrong(f"{mutant}: does not change exactly one value")
        yield mutant


def comparisons(file: str, text: str) -> Iterator[Mutant]:
    """Yield each comparison operator flipped, those of a chain one by one."""
    words = [token for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.string in WORDS]
    lines = text.split("\n")
    for node in _compares(ast.parse(text)):
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, operands[1:], strict=False):
            first = (left.end_lineno or 0, _column(lines, left.end_lineno, left.end_col_offset))
            last = (right.lineno, _column(lines, right.lineno, right.col_offset))
            between = [word for word in words if first <= word.start < last]
            old, new = FLIPS[type(operator)]
            if " ".join(word.string for word in between) != old:
                raise Wrong(f"{file}:{left.lineno}: '{old}' was not found in the text")
            yield _mutant(file, text, (_offset(lines, *between[0].start), _offset(lines, *between[-1].end)), new)


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{path}.{number}")
    elif isinstance(value, (int, float, dt.time)) and not isinstance(value, bool):
        yield path, value


def _one_up(value: str) -> str:
    if ":" in value:
        return f"{(int(value[:2]) + 1) % 24:02}{value[2:]}"
    number = Decimal(value)
    return str(number + (Decimal("0.01") if "." in value and number < 1 else 1))


def _compares(node: ast.AST) -> Iterator[ast.Compare]:
    # An f-string's inside has no true position before Python 3.12.
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.If) and "'TYPE_CHECKING'" in ast.dump(node.test)):
        return
    if isinstance(node, ast.Compare):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _compares(child)


def _column(lines: Sequence[str], line: int | None, column: int | None) -> int:
    """Return a column in characters: ast counts bytes."""
    return len(lines[(line or 0) - 1].encode()[:column].decode())


def _offset(lines: Sequence[str], line: int, column: int) -> int:
    return sum(len(one) + 1 for one in lines[: line - 1]) + column


def _mutant(file: str, text: str, span: tuple[int, int], new: str) -> Mutant:
    start, end = span
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    source = text.split("\n")[line - 1].strip()
    return Mutant(
        file=file, line=line, column=column, start=start, end=end, old=text[start:end], new=new, source=source
    )


def copy_project(folder: Path) -> None:
    """Copy what the tests need; without bytecode, which is trusted by its date alone."""
    folder.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, folder / name)


def test_files(project: Path, mutated: str) -> list[str]:
    """Return the test files: the mutated file's own first, then the cases, the slow ones last."""
    own = f"test_{Path(mutated).stem}.py"

    def order(file: Path) -> tuple[bool, ...]:
        return file.name in LAST, file.name != own, file.name != FIRST

    files = [file for folder in TESTS for file in sorted((project / folder).rglob("test_*.py"))]
    return [str(file.relative_to(project)) for file in sorted(files, key=order)]


def preload() -> None:
    """Import, once for all mutants, what every test run imports, but nothing of the project."""
    for name in PRELOADED:
        importlib.import_module(name)
    settings = importlib.import_module("hypothesis").settings
    settings.register_profile(PROFILE, database=None, derandomize=True)


def run_tests(project: Path, files: Sequence[str], log: Path, *, bytecode: bool = False) -> None:
    """Run the tests of a copy in this process, which ends with pytest's exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with log.open("wb") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    os.chdir(project)
    # Bytecode of a mutant would outlive it: written within a second, it looks like that of the next one.
    sys.dont_write_bytecode = not bytecode
    sys.path[:] = [str(project), *(path for path in sys.path if path and Path(path).resolve() != ROOT)]
    library = importlib.import_module("bot.library.library")
    if not Path(library.__file__ or "").is_relative_to(project):
        raise Wrong(f"the tests would run {library.__file__}")
    try:
        library.load_thresholds(project / THRESHOLDS)
    except library.ContentError as refused:
        print(refused)
        sys.exit(REFUSED_CODE)
    sys.exit(int(importlib.import_module("pytest").main([*PYTEST, *files])))


def run_unmutated(project: Path) -> float:
    """Run the tests as they are and return the seconds they take; raises Wrong when they fail."""
    log = project.with_suffix(".log")
    process = FORK.Process(
        target=run_tests, args=(project, test_files(project, ""), log), kwargs={"bytecode": True}, daemon=True
    )
    began = time.monotonic()
    process.start()
    process.join()
    if process.exitcode:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        failed = [line for line in lines if line.startswith(("FAILED", "ERROR", "E  "))] or lines[-1:]
        raise Wrong(f"the tests fail without any flip, so none was tried: {failed[0] if failed else process.exitcode}")
    return time.monotonic() - began


def try_all(mutants: Sequence[Mutant], original: Path, *, jobs: int, limit: float) -> Iterator[tuple[Lane, Outcome]]:
    """Try each mutant in a lane, for so many seconds at most, and yield what became of it."""
    free = [shutil.copytree(original, original.with_name(f"lane{number}")) for number in range(jobs)]
    waiting, busy = list(reversed(mutants)), list[Lane]()
    try:
        while waiting or busy:
            while waiting and free:
                busy.append(_start(waiting.pop(), free.pop()))
            wait([lane.process.sentinel for lane in busy], timeout=1)
            for lane in [lane for lane in busy if not lane.process.is_alive() or time.monotonic() > lane.began + limit]:
                yield lane, _outcome(lane)
                shutil.copy2(original / lane.mutant.file, lane.folder / lane.mutant.file)
                busy.remove(lane)
                free.append(lane.folder)
    finally:
        for lane in busy:
            lane.process.kill()


def _start(mutant: Mutant, folder: Path) -> Lane:
    file = folder / mutant.file
    file.write_text(mutant.applied(file.read_text(encoding="utf-8")), encoding="utf-8")
    files = test_files(folder, mutant.file)
    process = FORK.Process(target=run_tests, args=(folder, files, folder.with_suffix(".log")), daemon=True)
    process.start()
    return Lane(folder=folder, mutant=mutant, process=process, began=time.monotonic())


def _outcome(lane: Lane) -> Outcome:
    if lane.process.is_alive():
        lane.process.kill()
        lane.process.join()
        return Outcome.TIMEOUT
    match lane.process.exitcode:
        case 0:
            return Outcome.SURVIVED
        case code if code == REFUSED_CODE:
            return Outcome.REFUSED
    return Outcome.FAILED


def report(outcomes: Sequence[tuple[Mutant, Outcome]]) -> bool:
    """Print the counts and the survivors; return whether enough was noticed."""
    by_file = Counter((mutant.file, outcome is Outcome.SURVIVED) for mutant, outcome in outcomes)
    files = sorted({file for file, _ in by_file})
    rows = [(file, by_file[file, False], by_file[file, True]) for file in files]
    rows.append(("all", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    width = max(len(row[0]) for row in rows)
    print(f"{'file':{width}}  flips  noticed  survived")
    for file, noticed, survived in rows:
        print(f"{file:{width}}  {noticed + survived:5}  {noticed:7}  {survived:8}")
    _, noticed, survived = rows[-1]
    percent = 100 * noticed / (noticed + survived)
    counts = Counter(outcome for _, outcome in outcomes)
    print(f"\n{percent:.1f} % noticed; {', '.join(f'{counts[outcome]} {outcome}' for outcome in Outcome)}")
    for listed in (Outcome.TIMEOUT, Outcome.SURVIVED):
        if counts[listed]:
            print(f"\n{listed}:")
            print("\n".join(sorted_lines([mutant for mutant, outcome in outcomes if outcome is listed])))
    return percent >= LEAST_PERCENT


def sorted_lines(mutants: Sequence[Mutant]) -> list[str]:
    """Return the mutants as lines, in the order of the files."""
    return [str(mutant) for mutant in sorted(mutants, key=lambda mutant: (mutant.file, mutant.start))]


def check(project: Path, mutants: Sequence[Mutant], jobs: int) -> bool:
    """Try the mutants and report; progress goes to stderr."""
    preload()
    took = run_unmutated(project)
    print(f"{len(mutants)} flips; the tests take {took:.0f} s without any", file=sys.stderr, flush=True)
    outcomes = list[tuple[Mutant, Outcome]]()
    for lane, outcome in try_all(mutants, project, jobs=jobs, limit=30 + 4 * took):
        outcomes.append((lane.mutant, outcome))
        seconds = time.monotonic() - lane.began
        print(f"{len(outcomes)}/{len(mutants)} {seconds:.1f} s, {outcome}: {lane.mutant}", file=sys.stderr, flush=True)
    return report(outcomes)


def main() -> int:
    """Read the command line and make the check."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--jobs", type=int, choices=range(1, MOST_JOBS + 1), default=MOST_JOBS)
    parser.add_argument("--only", metavar="PATTERN", default="", help="a regex: only flips whose listed line holds it")
    parser.add_argument("--list", action="store_true", help="list the flips and try none")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutations-") as temporary:
        project = Path(temporary).resolve() / "original"
        copy_project(project)
        try:
            mutants = chosen(project, asked.only)
            if asked.list:
                print("\n".join(sorted_lines(mutants)))
                return 0
            return 0 if check(project, mutants, asked.jobs) else 1
        except Wrong as wrong:
            print(f"Stopped: {wrong}", file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main())
