// The license texts of the packages in a bundle.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;
// A published bundle names the packages inside it: `// node_modules/.pnpm/<name>@<version>/...`.
const INLINED = /^\/\/ node_modules\/\.pnpm\/(@?[^/@]+)@([\d.]+)\//gm;
// Code taken from elsewhere keeps its notice in a comment.
const NOTICE = /\/\*(?:(?!\*\/)[\s\S])*?Permission is hereby granted[\s\S]*?\*\//g;

/**
 * One text: name, version, license and license text of each package in the bundle's inputs.
 *
 * Throws if a package comes without a license text.
 */
export async function licenses(inputs, folder) {
  const packages = new Map(); // name -> the notices in its sources, the version if it is inlined
  const found = (name) => {
    if (!packages.has(name)) packages.set(name, { notices: new Set() });
    return packages.get(name);
  };
  for (const input of inputs) {
    const name = input.match(PACKAGE)?.[1];
    if (!name) continue;
    const source = await readFile(join(folder, input), "utf8");
    for (const [notice] of source.matchAll(NOTICE)) found(name).notices.add(notice);
    for (const [, inner, inlined] of source.matchAll(INLINED)) {
      found(inner.replace("+", "/")).inlined = inlined; // pnpm writes @scope/name as @scope+name
    }
    found(name);
  }
  const entries = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  return (await Promise.all(entries.map(([name, known]) => entry(name, known, folder)))).join("\n");
}

async function entry(name, { notices, inlined }, folder) {
  const home = join(folder, "node_modules", name);
  const about = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  const { license, author } = about;
  const version = inlined ?? about.version;
  const file = (await readdir(home)).filter((entry) => /^licen[sc]e/i.test(entry)).sort()[0];
  // Project Jupyter's packages say their license in package.json alone.
  let path = file && join(home, file);
  if (author === "Project Jupyter") path ??= join(folder, "licenses/Project-Jupyter.txt");
  if (!path) throw new Error(`${name} ${version} (${license}) comes without a license text.`);
  const text = (await readFile(path, "utf8")).replaceAll("\r", "").trim();
  const head = `${"=".repeat(78)}\n${name} ${version} (${license})\n`;
  return [head, text, ...notices, ""].join("\n");
}
