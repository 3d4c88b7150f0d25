import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { editions, formats, writeReport } from '../../report/formats/index.js';
import { exampleFiles, reviewFiles, smallDesign, type Told } from '../support/designs.js';
import { reportContext } from '../support/reports.js';
import { root } from '../support/workspace.js';

/**
 * What each format tells of three designs, byte by byte. After a change that is meant: `UPDATE=1 npx mocha test/report/golden.test.ts`,
 * and read the difference before it is committed. Long ones are packed; `zcat` shows them.
 */
const folder = path.join(root, 'test/report/golden');
const isUpdate = process.env['UPDATE'] === '1';
const longest = 60_000;

const designs: Readonly<Record<string, () => Promise<Told>>> = {
  small: () => reviewFiles(smallDesign, { catalogue: false }),
  riverside: () => reviewFiles(exampleFiles('riverside.meter', 'zones.meter')),
  hardened: () => reviewFiles(exampleFiles('hardened.meter', 'zones.meter')),
};

describe('golden reports', () => {
  const names = new Set<string>();
  for (const [design, reviewed] of Object.entries(designs)) {
    let known: Promise<Told> | undefined;
    const asked = formats.flatMap((format) =>
      (format.hasEditions === true ? editions : editions.slice(0, 1)).map((edition) => ({ format, edition })),
    );
    for (const { format, edition } of asked) {
      const name = `${design}.${edition === 'full' ? '' : `${edition}.`}${format.extension}`;
      names.add(name);
      it(`${format.id} of ${design}, ${edition}`, async () => {
        const { reviewed: input, textOf } = await (known ??= reviewed());
        const told = Buffer.from(await writeReport(format, input, { ...reportContext, textOf, edition }));
        if (isUpdate) update(name, told);
        const golden = read(name);
        assert.ok(golden !== undefined, `there is no golden report ${name}: UPDATE=1 writes it`);
        if (!golden.equals(told))
          assert.fail(
            `${name} differs from ${isFolder(name) ? differenceOfParts(golden, told) : difference(golden, told)}. If that is meant, UPDATE=1 rewrites it.`,
          );
      });
    }
  }

  it('are all there, none is left over, and together they stay below 2 MB', () => {
    const files = readdirSync(folder);
    assert.deepEqual(new Set(files.map((file) => file.replace(/\.gz$/, ''))), names);
    const size = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
    assert.ok(size < 2_000_000, `${size}`);
  });
});

function update(name: string, told: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const packed = told.length > longest && !isFolder(name);
  rmSync(path.join(folder, packed ? name : `${name}.gz`), { force: true });
  // A packed file that says the same stays as it is: other versions of the library pack otherwise.
  if (read(name)?.equals(told) === true) return;
  if (packed) writeFileSync(path.join(folder, `${name}.gz`), gzipSync(told, { level: 9 }));
  else writeFileSync(path.join(folder, name), told);
}

/** A folder in one file is packed already. */
function isFolder(name: string): boolean {
  return /\.(?:xlsx|docx)$/.test(name);
}

function read(name: string): Buffer | undefined {
  const plain = path.join(folder, name);
  if (existsSync(plain)) return readFileSync(plain);
  return existsSync(`${plain}.gz`) ? gunzipSync(readFileSync(`${plain}.gz`)) : undefined;
}

/** `line 12: "a" is now "b"`, the first place where two texts part. */
function difference(golden: Buffer, told: Buffer): string {
  const [before, after] = [golden.toString('utf8').split('\n'), told.toString('utf8').split('\n')];
  const line = before.findIndex((one, at) => one !== after[at]);
  if (line === -1) return `line ${before.length + 1} on`;
  return `line ${line + 1}: ${JSON.stringify(before[line]?.slice(0, 300))} is now ${JSON.stringify(after[line]?.slice(0, 300))}`;
}

/** `word/document.xml, line 2: ...`: the first part that is another one, tag by tag. */
function differenceOfParts(golden: Buffer, told: Buffer): string {
  const [before, after] = [golden, told].map(
    (file) =>
      new Map(Object.entries(unzipSync(file)).map(([name, part]) => [name, Buffer.from(part).toString('utf8').replaceAll('><', '>\n<')])),
  ) as [Map<string, string>, Map<string, string>];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name) ?? '', after.get(name) ?? ''];
    if (was !== is) return `${name}, ${difference(Buffer.from(was), Buffer.from(is))}`;
  }
  return 'the order of its parts, or how they are packed';
}
