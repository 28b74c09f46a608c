"""The wheel, in an environment that holds nothing else."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    venv.create(folder / "empty")
    # By the pip that is here, and compiling nothing: to make another pip costs more than all else.
    install: list[str | Path] = ["--python", folder / "empty" / "bin" / "python", "install", "--quiet", "--no-compile"]
    run(sys.executable, "-m", "pip", *install, *folder.glob("*.whl"), cwd=folder)
    return folder / "empty" / "bin" / "eventsmith"


def test_it_lists_its_presets_and_finds_nothing_wrong_with_them(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, "presets", cwd=tmp_path)
    names = {path.stem for path in (ROOT / "presets").glob("*.toml")}
    assert all(name in listed for name in names)
    folder = Path(run(installed, "presets", "path", cwd=tmp_path).strip())
    assert installed.parents[1] in folder.parents
    assert {path.stem for path in folder.glob("*.toml")} == names
    checked = run(installed, "check", "--strict", *sorted(folder.glob("*.toml")), cwd=tmp_path)
    assert "No issues" in checked


def test_it_makes_checks_and_exports_a_catalog(installed: Path, tmp_path: Path) -> None:
    run(installed, "new", "shop.events.toml", "--preset", "e-commerce", "--all", cwd=tmp_path)
    run(installed, "check", "--strict", "shop.events.toml", cwd=tmp_path)
    run(installed, "fmt", "--check", "shop.events.toml", cwd=tmp_path)
    for name in ("json-schema", "csv", "markdown", "infobip"):
        assert run(installed, "export", "shop.events.toml", "--to", name, cwd=tmp_path)
    assert '"$schema"' in run(installed, "schema", cwd=tmp_path)
    assert run(installed, "rules", "event-name-breaks-form", cwd=tmp_path)
