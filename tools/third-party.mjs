// Which packages of others a build holds: read off the bundler's own list of inputs, so that nothing is named that is not shipped.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} ThirdParty a package of which at least one file is in what is shipped
 * @property {string} name as in its `package.json`
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string[]} texts what its licence and notice files say, in the order of their names
 */

/**
 * The packages that `inputs` (paths as the bundler tells them, from `root`) belong to, by name and version, each once.
 * @param {string} root
 * @param {readonly string[]} inputs
 * @returns {ThirdParty[]}
 */
export function thirdPartiesOf(root, inputs) {
  const folders = new Set(
    inputs
      .filter((file) => file.includes('node_modules/'))
      .map((file) => packageFolderOf(path.resolve(root, file.replace(/^[a-z-]+:/, '')))),
  );
  const found = new Map([...folders].map((folder) => thirdPartyIn(folder)).map((one) => [`${one.name}@${one.version}`, one]));
  return [...found.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ name, version }) => `${name}@${version}`;

/** Folders inside of a package may have a `package.json` of their own that only says how modules are read: it names no version. */
function packageFolderOf(file) {
  let folder = path.dirname(file);
  while (!isPackage(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`${file} is part of no package`);
    folder = parent;
  }
  return folder;
}

function isPackage(folder) {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return name !== undefined && version !== undefined;
}

function thirdPartyIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|thirdpartynotices)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { name, version, licence: license ?? '', texts };
}

/**
 * The licences under which something may be shipped with Meterlint: those that ask for a notice, and one (of the layout library, which is
 * shipped unchanged in a file of its own) that asks for more only of those who change it.
 */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0']);
const allowedOf = new Map([['elkjs', 'EPL-2.0 OR GPL-3.0-or-later']]);

/**
 * What stands against shipping these packages, a sentence each: no licence that is allowed, or no text of it.
 * @param {readonly ThirdParty[]} packages
 * @returns {string[]}
 */
export function objectionsTo(packages) {
  return packages.flatMap(({ name, version, licence, texts }) => [
    ...(allowed.has(licence) || allowedOf.get(name) === licence
      ? []
      : [`${name} ${version}: "${licence}" is not among the licences that may be shipped`]),
    ...(texts.some((text) => text !== '') ? [] : [`${name} ${version}: its package has no text of its licence`]),
  ]);
}

/**
 * One text with all notices, a licence text that several share once.
 * @param {readonly ThirdParty[]} packages
 * @returns {string}
 */
export function noticesOf(packages) {
  const byText = new Map();
  for (const one of packages) {
    const text = one.texts.join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), one]);
  }
  const parts = [...byText].map(
    ([text, those]) => `${those.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')}\n\n${text}\n`,
  );
  const line = `\n${'-'.repeat(80)}\n\n`;
  return `Meterlint is shipped with parts of these packages, each under its own licence.\n${line}${parts.join(line)}`;
}
