"""The package as a wheel in the site, and on a page with a notebook the one line that installs it.

A notebook that is downloaded from a page is alone, and no registry has the package: it comes from the same
address.  `book/_static/install.js` puts the address of the site into the line, or the folder where the page
is a file.  The wheel is written here and not by a build tool, so that it hangs on nothing but its files.
"""
import hashlib
import io
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

import notebooks
import tomllib
from docutils import nodes

ROOT = Path(__file__).parents[2]
SUMMARY = "Run it on your own computer, or on Colab"
BESIDE = "scikit-learn"  # what some notebooks compare with


def wheel(root=ROOT):
    """Its name and its bytes; the same bytes from the same files."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    name, version = project["name"], project["version"]
    info = f"{name}-{version}.dist-info"
    files = {path.relative_to(root / "src").as_posix(): path.read_bytes()
             for path in sources(root / "src" / name)}
    files |= {
        f"{info}/LICENSE": (root / "LICENSE").read_bytes(),
        f"{info}/METADATA": metadata(project).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: book\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},sha256={checksum(content)},{len(content)}\n"
              for path, content in sorted(files.items())]
    files[f"{info}/RECORD"] = "".join([*record, f"{info}/RECORD,,\n"]).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path)  # of 1980, whoever builds it when
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return f"{name}-{version}-py3-none-any.whl", packed.getvalue()


def sources(package):
    """The files of the package, without what Python and editors leave beside them."""
    return [path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"
            and not any(part.startswith(".") for part in path.relative_to(package).parts)]


def metadata(project):
    lines = ["Metadata-Version: 2.1", f"Name: {project['name']}", f"Version: {project['version']}",
             f"Summary: {project['description']}", f"License: {project['license']['text']}",
             f"Requires-Python: {project['requires-python']}",
             *(f"Requires-Dist: {needed}" for needed in project["dependencies"])]
    return "\n".join(lines) + "\n"


def checksum(content):
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def write_wheel(app, config):
    """On `config-inited`, before the mark of static files is made: the wheel into a static folder."""
    folder = Path(app.outdir).parent / "wheel"
    folder.mkdir(parents=True, exist_ok=True)
    app.wheel, content = wheel()
    for old in folder.iterdir():
        if old.name != app.wheel:
            old.unlink()
    path = folder / app.wheel
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
    config.html_static_path.append(str(folder))


def say_how(app, doctree):
    """On `doctree-read`, after the line that offers the notebook: how it runs elsewhere."""
    if not notebooks.beside(app.env, app.env.docname).exists():
        return
    offer = next(node for node in doctree.findall(nodes.paragraph) if "nn-run" in node["classes"])
    up = "../" * app.env.docname.count("/")
    link = f'<a href="{up}_static/{app.wheel}" download>{app.wheel}</a>'
    place = offer.parent.index(offer) + 1
    offer.parent[place:place] = [
        html(f'<details class="nn-install"><summary>{SUMMARY}</summary>'
             "<p>The notebook needs the package of this book. "
             "Type this once in a terminal, where your Jupyter is:</p>"),
        line(f"pip install {app.wheel} {BESIDE}"),
        html("<p>On Colab choose File ▸ Upload notebook<span>, put the file of the package into "
             "the panel Files</span>, and run this in a cell before all others:</p>"),
        line(f"%pip install --quiet {app.wheel}"),
        html(f"<p>The package as a file: {link}. When you open a notebook again, choose Run ▸ Run All Cells: "
             "its outputs are stored, and what its cells computed is not.</p></details>"),
    ]


def html(text):
    return nodes.raw("", text, format="html")


def line(text):
    return nodes.literal_block(text, text, language="text", classes=["nn-install-line"])


def setup(app):
    app.connect("config-inited", write_wheel, priority=400)
    app.connect("doctree-read", say_how, priority=401)  # the line that offers the notebook comes at 400
    app.add_js_file("install.js", defer="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
