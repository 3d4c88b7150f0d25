import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { flag } from '../option.js';
import { UsageError } from '../usage.js';
import { verb } from '../verb.js';

export const lspVerb = verb({
  name: 'lsp',
  summary: 'start the language server, for editors',
  about: [
    'Speaks the Language Server Protocol over the standard input and output until the editor ends it. docs/other-editors.md has the configuration for Neovim, Helix and Emacs; VS Code brings its own.',
  ],
  args: [],
  options: { stdio: flag('speak over the standard input and output, which is the only way and may be left out') },
  examples: [{ line: 'meterlint lsp --stdio', told: 'what an editor runs' }],
  exits: [
    { code: 0, meaning: 'the editor has asked the server to end' },
    { code: 1, meaning: 'the editor has gone without asking it to' },
    { code: 2, meaning: 'could not run: usage, or an installation without the server' },
  ],
  run: async () => {
    const server = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'server', 'main.cjs');
    if (!existsSync(server)) throw new UsageError('the language server is missing: install Meterlint again');
    // The server reads how to speak from the arguments of the process.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import(pathToFileURL(server).href);
    // It sets the exit code and ends the process by itself.
    return new Promise<number>(() => {});
  },
});
