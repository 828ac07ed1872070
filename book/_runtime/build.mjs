// Bundles src/ into dist/: the runtime for the controls of the book and the one for every control, their style
// sheet, and the licenses of what went in.
import { build } from "esbuild";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { licenses } from "./licenses.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const banner = "/*! Jupyter widgets without a kernel. Licenses: see LICENSES.txt */";

const bundle = (name, alias, options) =>
  build({
    absWorkingDir: here("."),
    entryPoints: { [name]: "src/page.js" },
    outdir: "dist",
    bundle: true,
    minify: true,
    metafile: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    banner: { js: banner, css: banner },
    inject: ["src/define.js"],
    alias: {
      "sanitize-html": here("src/sanitize.js"),
      jquery: here("node_modules/jquery/dist/jquery.slim.js"),
      ...alias,
    },
    // Lumino's sources mean TypeScript's older class fields: one declared without a value sets none.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    ...options,
  });

const few = await bundle("nn-widgets", {
  controls: here("src/controls.js"),
  "@lumino/widgets": here("src/lumino.js"),
});
const every = await bundle(
  "nn-widgets-every",
  { controls: "@jupyter-widgets/controls", "@lumino/widgets": here("src/lumino_every.js") },
  { loader: { ".css": "empty" } }, // one style sheet is enough for both
);

const inputs = [few, every].flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile(here("dist/LICENSES.txt"), await licenses(inputs, here(".")));
