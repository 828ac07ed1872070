// Bundles src/ into dist/: nn-widgets.js and nn-widgets.css, and the licenses of what went in.
import { build } from "esbuild";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { licenses } from "./licenses.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { metafile } = await build({
  absWorkingDir: here("."),
  entryPoints: { "nn-widgets": "src/page.js" },
  outdir: "dist",
  bundle: true,
  minify: true,
  metafile: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: {
    js: "/*! Jupyter widgets without a kernel. Licenses: see LICENSES.txt */",
    css: "/*! Jupyter widgets without a kernel. Licenses: see LICENSES.txt */",
  },
  inject: ["src/define.js"],
  alias: {
    "@lumino/widgets": here("src/lumino.js"),
    "sanitize-html": here("src/sanitize.js"),
    jquery: here("node_modules/jquery/dist/jquery.slim.js"),
  },
  // Lumino's sources mean TypeScript's older class fields: one declared without a value sets none.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
});

await writeFile(here("dist/LICENSES.txt"), await licenses(Object.keys(metafile.inputs), here(".")));
