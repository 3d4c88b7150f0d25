// Bundles the extension, the language server and the command line into dist/, and compiles the catalogue beside them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.mjs';
import { recordSources } from './bundle-sources.mjs';
import { oneCopyOf } from './one-copy.mjs';
import { noticesOf, objectionsTo, thirdPartiesOf } from './third-party.mjs';

const root = path.resolve(import.meta.dirname, '..');
const product = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { version } = product;
await rm('dist', { recursive: true, force: true });

// The layout library is as large as all the rest and is wanted for pictures only: it stays a file of its own, as its authors ship it, with
// its licence beside it, and is loaded when the first picture is drawn.
const layout = { module: 'elkjs/lib/elk.bundled.js', folder: 'dist/layout', file: 'elk.cjs' };
const library = createRequire(import.meta.url).resolve(layout.module);
await mkdir(layout.folder, { recursive: true });
await copyFile(library, path.join(layout.folder, layout.file));
await copyFile(path.join(path.dirname(library), '../LICENSE.md'), path.join(layout.folder, 'LICENSE.md'));
const besideBundles = {
  name: 'layout library beside the bundles',
  setup: ({ onResolve }) => onResolve({ filter: /^elkjs\// }, () => ({ path: `../layout/${layout.file}`, external: true })),
};

const base = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node has them; written as calls, each use of such an expression would compile it anew.
  supported: { 'regexp-unicode-property-escapes': true },
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  metafile: true,
  mainFields: ['module', 'main'],
  plugins: [besideBundles, oneCopyOf('vscode-languageserver')],
  define: { METERLINT_VERSION: JSON.stringify(version) },
};
const results = await Promise.all([
  build({
    ...base,
    plugins: [oneCopyOf('vscode-languageclient')],
    entryPoints: ['client/main.ts'],
    outfile: 'dist/client/main.cjs',
    format: 'cjs',
    external: ['vscode'],
  }),
  // What runs in a page of VS Code: its browser, no Node.
  build({
    ...base,
    entryPoints: [
      { in: 'webview/diagram.ts', out: 'diagram' },
      { in: 'webview/diagram.css', out: 'diagram' },
      { in: 'webview/tables/main.ts', out: 'tables' },
      { in: 'webview/tables/tables.css', out: 'tables' },
    ],
    outdir: 'dist/webview',
    format: 'iife',
    platform: 'browser',
    target: 'chrome122',
    sourcemap: false,
  }),
  // Pictures are laid out in a thread of the server, which has a file of its own.
  build({
    ...base,
    entryPoints: ['server/main.ts', 'server/placing.ts'],
    outdir: 'dist/server',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  }),
  // What starts is small, and the rest is a file beside it: what needs none of it is answered at once, and tests run it in their own process.
  build({
    ...base,
    entryPoints: ['cli/main.ts', 'cli/run.ts'],
    outdir: 'dist/cli',
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
  }),
]);
await chmod('dist/cli/main.mjs', 0o755);
execFileSync(process.execPath, ['--import', 'tsx', 'tools/built-catalogue.ts'], { stdio: 'inherit' });
recordSources(
  root,
  results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
);

// What is thrown away by the bundler is not shipped, and what lies beside the bundles is.
const shipped = results.flatMap(({ metafile }) =>
  Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0)),
);
const packages = thirdPartiesOf(root, [...shipped, library]);
const objections = objectionsTo(packages);
if (objections.length > 0) throw new Error(objections.join('\n'));
await writeFile('dist/THIRD-PARTY-NOTICES.txt', noticesOf(packages));
await writeFile('dist/sbom.cdx.json', billOfMaterials(product, packages, path.join(root, 'package-lock.json')));
