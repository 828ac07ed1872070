"""Views are linked into one module each: it runs as its parts would; what cannot be is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics
from nnbasics.explorers.link import link

EXPLORERS = Path(nnbasics.__file__).parent / "explorers"
NODE = Path(sys.executable).with_name("node")


@pytest.fixture
def write(tmp_path):
    """`write(**parts)` makes a file of each, returns the first; `__` in a name is a slash."""

    def write(**parts):
        files = [tmp_path / f"{name.replace('__', '/')}.js" for name in parts]
        for file, source in zip(files, parts.values(), strict=True):
            file.parent.mkdir(exist_ok=True)
            file.write_text(source + "\n", encoding="utf-8")
        return files[0]

    return write


def run(*arguments, **options):
    done = subprocess.run([NODE, *arguments], capture_output=True, text=True, timeout=60, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def run_linked(entry):
    return run("--input-type=module", "-", input=link(entry))


def test_a_part_that_two_others_use_runs_once_and_before_them(write):
    entry = write(
        entry="""import { two } from "./two.js";
import {
  one,
  half,
} from "./deep/one.js";
console.log(one(), two(), half, "entry");
export default { render: one };""",
        two="""import { one } from "./deep/one.js";
console.log("two");
export const two = () => one() + 1;""",
        deep__one="""console.log("one");
let calls = 0;
export function one() { calls += 1; return calls; }
export const half = 0.5;
export class Never {}""",
    )
    assert run_linked(entry) == run(entry) == ["one", "two", "1", "3", "0.5", "entry"]


def test_names_of_a_part_do_not_meet_those_of_another(write):
    entry = write(
        entry="""import { a } from "./a.js";
import { b } from "./b.js";
const own = "entry";
console.log(a, b, own);""",
        a='const own = "a";\nexport const a = own;',
        b='const own = "b";\nexport const b = own;',
    )
    assert run_linked(entry) == ["a", "b", "entry"]


@pytest.mark.parametrize(
    "line",
    [
        'import part from "./part.js";',
        'import * as part from "./part.js";',
        'import "./part.js";',
        'import { a as b } from "./part.js";',
        'import { a } from "a-package";',
        "import { a } from './part.js';",
        "export { a };",
        'export * from "./part.js";',
        "export let a = 1;",
        "export const { a } = { a: 1 };",
    ],
)
def test_what_cannot_be_linked_is_refused_by_name(write, line):
    with pytest.raises(ValueError, match=r"entry\.js: cannot link .*write import"):
        link(write(entry=f"const a = 1;\n{line}\n", part="export const a = 1;\n"))


def test_only_the_view_itself_has_a_default(write):
    with pytest.raises(ValueError, match=r"part\.js: cannot link 'export default 1;'"):
        link(write(entry='import { a } from "./part.js";', part="export const a = 1;\nexport default 1;"))


def test_parts_that_import_each_other_are_refused(write):
    with pytest.raises(ValueError, match=r"import each other: a\.js → b\.js → a\.js"):
        link(
            write(
                entry='import { a } from "./a.js";',
                a='import { b } from "./b.js";\nexport const a = 1;',
                b='import { a } from "./a.js";\nexport const b = 1;',
            )
        )


def test_a_name_that_is_not_exported_is_refused(write):
    with pytest.raises(ValueError, match=r"entry\.js: part\.js does not export b, c$"):
        link(write(entry='import { a, b, c } from "./part.js";', part="export const a = 1;\nconst b = 2;"))


def test_a_part_that_is_not_there_is_missed(write):
    with pytest.raises(FileNotFoundError, match="nowhere.js"):
        link(write(entry='import { a } from "./nowhere.js";'))


@pytest.mark.parametrize("view", sorted(EXPLORERS.glob("*/view.js")), ids=lambda path: path.parent.name)
def test_every_view_is_linked_to_something_that_can_be_read(view, tmp_path):
    linked = tmp_path / "linked.mjs"
    linked.write_text(link(view), encoding="utf-8")
    run("--check", linked)


def test_comments_stay_in_the_source(tmp_path):
    (tmp_path / "view.js").write_text(
        '// What it is.\nconst at = "http://here"; // kept\n  // why\nexport default at;\n'
    )
    assert link(tmp_path / "view.js") == 'const at = "http://here"; // kept\nexport default at;\n'
