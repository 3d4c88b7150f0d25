import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { open } from '../../cli/open.js';
import { inTheMeantime } from '../../cli/stdin.js';
import { createDisk } from '../../server/disk.js';
import { createServerServices } from '../../server/module.js';
import { Unread } from '../../server/unread.js';
import { fixFindings } from '../../repair/findings.js';
import type { Snapshot } from '../../workspace/index.js';
import { inFolder } from '../support/cli.js';
import { builtCatalogue, spoken } from '../support/workspace.js';
import { scenarios } from './scenarios.js';

const date = '2026-11-24';

/** The workspace of an editor that has opened a folder. */
async function editor(folder: string): Promise<Snapshot> {
  const unread = new Unread();
  const { shared } = createServerServices({
    fileSystemProvider: () => createDisk(() => undefined, unread),
    unread,
    builtIn: await builtCatalogue(),
    today: () => date,
    log: () => undefined,
  });
  await shared.workspace.WorkspaceManager.initializeWorkspace([{ uri: pathToFileURL(folder).toString(), name: 'project' }]);
  return shared.server.Current.get();
}

/** What the command line reviews, run in the folder. */
async function commandLine(folder: string, paths: readonly string[], text?: string): Promise<Snapshot> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const source = text === undefined ? {} : { source: inTheMeantime(path.resolve(paths[0]!), text) };
    const opened = await open(paths, { ...source, builtIn: await builtCatalogue() });
    const { profile } = opened!.project;
    return await opened!.snapshot.with({ date, profiles: profile === undefined ? undefined : [profile] });
  } finally {
    process.chdir(before);
  }
}

/** Everything that is said of one file. */
function saidOf(snapshot: Snapshot, address: string): string[] {
  const designs = snapshot.reviewed.filter(({ files }) => files.includes(address));
  const decisions = designs.flatMap(({ design, decisions: inForce, refused }) =>
    inForce.length + refused.length === 0 ? [] : [`${design.name}: ${inForce.length} decisions, ${refused.length} refused`],
  );
  const mistakes = snapshot
    .mistakes(address)
    .filter(({ severity }) => severity !== 'hint')
    .map(spoken)
    .map(({ code, severity, message, range }) => `${code} ${severity} ${range.startOffset}-${range.endOffset} ${message}`);
  const findings = designs.flatMap((design) => {
    const { profiles, findings: all } = snapshot.assessmentOf(design);
    const own = all.filter(({ file }) => file === address);
    return own.map(({ requirement, element, state }) => `${requirement} ${element} ${state} in ${design.design.name} (${profiles.join()})`);
  });
  return [...mistakes, ...findings, ...decisions].sort();
}

describe('a file means the same', () => {
  let fixed = 0;
  after(() => {
    assert.ok(fixed > 5);
  });

  for (const { name, files, told } of scenarios) {
    it(`in an editor, named alone, in its folder, from the standard input and while it is repaired: ${name}`, async () => {
      await inFolder(files, async (folder) => {
        const shown = await editor(folder);
        const whole = await commandLine(folder, ['.']);
        for (const file of Object.keys(files).filter((one) => one.endsWith('.meter'))) {
          const address = pathToFileURL(path.join(folder, file)).toString();
          const isSeen = shown.told.includes(address);
          const expected = isSeen ? saidOf(shown, address) : saidOf(whole, address);
          assert.deepEqual(saidOf(whole, address), expected, `${file} in its folder`);
          if (!isSeen) continue;
          for (const wanted of told[file] ?? []) {
            const words = wanted.replace(/^!/, '');
            assert.equal(
              expected.some((line) => line.startsWith(`${words} `)),
              !wanted.startsWith('!'),
              `${file}: ${wanted}\n${expected.join('\n')}`,
            );
          }
          assert.deepEqual(saidOf(await commandLine(folder, [file]), address), expected, `${file} named alone`);
          const text = shown.settings.unreadable?.has(address) === true ? undefined : shown.textOf(address);
          if (text === undefined) continue;
          assert.deepEqual(saidOf(await commandLine(folder, [file], text), address), expected, `${file} from the standard input`);
          const repaired = await (
            await shown.with({ files: new Map([[address, `${text}\n`]]) })
          ).with({ files: new Map([[address, text]]) });
          assert.deepEqual(saidOf(repaired, address), expected, `${file} while it is repaired`);
          // What a repair knows when it ends is what everybody finds who reads the text that it wrote.
          const { texts, after: repairedTo } = await fixFindings(shown, { uris: new Set([address]) });
          const written = texts.get(address);
          if (written === undefined) continue;
          fixed++;
          assert.deepEqual(
            saidOf(await commandLine(folder, [file], written), address),
            saidOf(repairedTo, address),
            `${file} once it is repaired`,
          );
        }
      });
    });
  }
});
