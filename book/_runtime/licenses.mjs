// The license texts of the packages in a bundle.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;
// A published bundle names the packages inside it: `// node_modules/.pnpm/<id>/node_modules/<name>/...`.
const INLINED = /^\/\/ node_modules\/\.pnpm\/[^/]*@([\d.]+)\/node_modules\/((?:@[^/]+\/)?[^/]+)\//gm;
// Code taken from elsewhere keeps its notice in a comment.
const NOTICE = /\/\*(?:(?!\*\/)[^])*?Permission is hereby granted[^]*?\*\//g;

/**
 * One text: name, version, license and license text of each package that the bundle's inputs come from.
 *
 * Throws if a package comes without a license text.
 */
export async function licenses(inputs, folder) {
  const packages = new Map(); // name -> the notices in its sources; and the version, where another bundle says it
  const found = (name) => packages.get(name) ?? packages.set(name, { notices: new Set() }).get(name);
  for (const input of inputs) {
    const name = input.match(PACKAGE)?.[1];
    if (!name) continue;
    const source = await readFile(join(folder, input), 'utf8');
    for (const [notice] of source.matchAll(NOTICE)) found(name).notices.add(notice);
    for (const [, version, inner] of source.matchAll(INLINED)) found(inner).inlined = version;
    found(name);
  }
  const entries = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  return (await Promise.all(entries.map(([name, known]) => entry(name, known, folder)))).join('\n');
}

async function entry(name, { notices, inlined }, folder) {
  const home = join(folder, 'node_modules', name);
  const { version, license, author } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const file = (await readdir(home)).filter((entry) => /^licen[sc]e/i.test(entry)).sort()[0];
  // Project Jupyter's packages say their license in package.json alone.
  const path = file ? join(home, file) : author === 'Project Jupyter' && join(folder, 'licenses/Project-Jupyter.txt');
  if (!path) throw new Error(`${name} ${version} (${license}) comes without a license text.`);
  const text = (await readFile(path, 'utf8')).replaceAll('\r', '').trim();
  return [`${'='.repeat(78)}\n${name} ${inlined ?? version} (${license})\n`, text, ...notices, ''].join('\n');
}
