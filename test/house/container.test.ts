import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/workspace.js';

/** The types of the whole container of services, Langium's and ours. */
const container =
  /\b(?:MeterCoreServices|MeterSharedServices|MeterServerServices|MeterServerSharedServices|Langium(?:Core|SharedCore|Shared)?Services)\b/;

/** What puts the parts together: they need all of them. */
const assembly: Readonly<Record<string, string>> = {
  'server/module.ts': 'says of what the server consists',
  'server/navigation/index.ts': 'the same of what finds ways',
  'server/views.ts': 'the same of views, and hands each of them what it uses',
};

/** Services that are made with the container: what extends a class of Langium has to hand it on, the others use more than three of its parts. */
const made: readonly string[] = [
  'server/actions.ts',
  'server/closing.ts',
  'server/colours/provider.ts',
  'server/completion.ts',
  'server/diagnostics.ts',
  'server/hover/index.ts',
  'server/language-server.ts',
  'server/lenses/provider.ts',
  'server/navigation/file-moves.ts',
  'server/navigation/highlight.ts',
  'server/rename.ts',
  'server/switches.ts',
  'server/workspace.ts',
];

/** Ours, and not to be told apart from the container by fewer services than they would leave. */
const ours: Readonly<Record<string, string>> = {
  'server/current.ts': 'a snapshot is a state of the container',
  'server/settings.ts': 'sets what eight services go by, and has them review again',
};

describe('the container of services', () => {
  const files = readdirSync(path.join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .map((file) => `server/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts'));
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const modules = ['server/module.ts', 'server/navigation/index.ts', 'server/views.ts'].map(read).join('\n');

  it('is named by what Langium makes, by what puts the parts together, and by two more: whatever else there is takes what it uses', () => {
    const naming = files.filter((file) => container.test(read(file)));
    assert.deepEqual(naming.sort(), [...Object.keys(assembly), ...made, ...Object.keys(ours)].sort());
  });

  it('is handed to what a module makes of it', () => {
    const handedNone = made.filter((file) => {
      const classes = [...read(file).matchAll(/^export class (\w+)/gm)].map(([, name]) => name!);
      return !classes.some((name) => modules.includes(`new ${name}(services)`));
    });
    assert.deepEqual(handedNone, []);
  });
});
