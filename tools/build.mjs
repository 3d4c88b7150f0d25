// Bundles the extension, the language server and the command line into dist/, and compiles the catalogue beside them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
await rm('dist', { recursive: true, force: true });

const base = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  define: { METERLINT_VERSION: JSON.stringify(version) },
};
await Promise.all([
  build({ ...base, entryPoints: ['client/main.ts'], outfile: 'dist/client/main.cjs', format: 'cjs', external: ['vscode'] }),
  build({ ...base, entryPoints: ['server/main.ts'], outfile: 'dist/server/main.cjs', format: 'cjs' }),
  build({ ...base, entryPoints: ['cli/main.ts'], outfile: 'dist/cli/main.mjs', format: 'esm' }),
]);
await chmod('dist/cli/main.mjs', 0o755);
execFileSync(process.execPath, ['--import', 'tsx', 'tools/built-catalogue.ts'], { stdio: 'inherit' });
