"""The order of the modules: imports go downward only, heavy packages are imported where they are first used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import khabar

SOURCE = Path(khabar.__file__).parent
ORDER = (
    "errors",
    "_pyarabic",
    "spans",
    "model",
    "layers",
    "normalize",
    "lexicons",
    "segment",
    "codec",
    "analysis",
    "extract",
    "plugins",
    "pipeline",
    "output",
    "interop",
    "testing",
    "cli",
)
HEAVY = {"regex", "pyarabic", "hijridate", "cattrs", "click", "tomllib", "importlib.metadata"}
# the whole command line stands on click, the contract test on Hypothesis: both are imported only when used
MAY_IMPORT_AT_TOP = {"cli": {"click"}, "testing": {"hypothesis"}}
# the one look upward: a notebook shows an analysis as HTML
EXCEPTIONS = {("analysis", "output")}

FILES = sorted(SOURCE.rglob("*.py"))


def part(file: Path) -> str:
    """The part of the library that a file belongs to; empty for the package itself."""
    first = file.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_imports_go_downward(file: Path) -> None:
    """A module imports only from parts that stand before its own in the order of the data."""
    own = part(file)
    if not own:
        return
    assert own in ORDER, f"{own} has no place in the order"
    for module in imports(parse(file)):
        if module.startswith("khabar."):
            other = module.split(".")[1]
            if other not in ORDER:
                pytest.fail(f"{file.name} imports {module}: a public name of the package, which stands above everything")
            assert ORDER.index(other) <= ORDER.index(own) or (own, other) in EXCEPTIONS, f"{own} imports {module}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_heavy_packages_are_imported_where_used(file: Path) -> None:
    """No module imports a heavy package at its top, so that `import khabar` stays cheap."""
    allowed = MAY_IMPORT_AT_TOP.get(part(file), set())
    for node in parse(file).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            assert not (set(imports(node)) & HEAVY) - allowed


def test_only_one_module_knows_pyarabic() -> None:
    """Only `_pyarabic` imports the package of that name."""
    assert {file.name for file in FILES if any(m.split(".")[0] == "pyarabic" for m in imports(parse(file)))} <= {"_pyarabic.py"}


def test_importing_khabar_loads_nothing_heavy() -> None:
    """In a new process `import khabar` leaves every heavy package unloaded."""
    code = f"import sys, khabar; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_importing_khabar_loads_the_model_only() -> None:
    """What reads texts is loaded when it is first used, in a new process too."""
    later = ORDER[ORDER.index("lexicons") :]
    code = f"import sys, khabar; print(*[name for name in {later!r} if f'khabar.{{name}}' in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_plain_text_needs_nothing_heavy() -> None:
    """Without emoji, Hijri dates and normalisation, reading a text loads no heavy package."""
    text = ascii("قال الوزير أمس: «سنعود».")
    code = f"import sys, khabar; khabar.analyze({text}); print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
