import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFolder } from '../support/cli.js';
import { watched, type End } from './watch.js';

const notes = pathToFileURL(path.join(import.meta.dirname, 'watch.ts')).href;

/** How a program ends that tries the text of seed 7 and then does something. */
function endOf(then: string, longest = 60_000): Promise<End> {
  return inFolder({}, (folder) => {
    const program = path.join(folder, 'attack.mjs');
    writeFileSync(program, `import { note } from '${notes}';\nnote({ what: 'text', seed: 7 });\n${then}\n`);
    return watched(['--import', import.meta.resolve('tsx'), program], longest);
  });
}

describe('an attack that ends is told of, whatever ended it', () => {
  const at = { what: 'text', seed: 7 };

  it('says nothing where it has said itself how it went', async () => {
    const end = { what: 'end', seed: 7 };
    assert.deepEqual(await endOf("note({ what: 'end', seed: 7 });"), { told: undefined, last: end, code: 0 });
    assert.deepEqual(await endOf("note({ what: 'end', seed: 7 }); process.exit(1);"), { told: undefined, last: end, code: 1 });
  });

  it('says the code of one that leaves early, a good one too', async () => {
    for (const [left, code] of [
      [0, 1],
      [3, 3],
    ] as const)
      assert.deepEqual(await endOf(`process.exit(${left});`), {
        told: `The attack ended with exit code ${left}, while it tried the text of seed 7.`,
        last: at,
        code,
      });
  });

  it('says that something was never answered', async () => {
    const { told, last, code } = await endOf('process.disconnect(); await new Promise(() => {});');
    assert.equal(
      told,
      'The attack ended with exit code 13: something that it waited for is never answered, while it tried the text of seed 7.',
    );
    assert.deepEqual([last, code], [at, 13]);
  });

  it('says that memory was out, or that somebody else ended it', async () => {
    assert.deepEqual(await endOf("process.kill(process.pid, 'SIGKILL'); await new Promise(() => setInterval(() => {}, 1000));"), {
      told: 'The attack was ended by SIGKILL, as where memory is out, while it tried the text of seed 7.',
      last: at,
      code: 137,
    });
  });

  it('says that an error nobody waited for ended it', async () => {
    const { told, code } = await endOf('void Promise.reject(new Error("meant: an error that nobody waits for"));');
    assert.equal(told, 'The attack ended with exit code 1, while it tried the text of seed 7.');
    assert.equal(code, 1);
  });

  it('ends one that does not come to an end with what it tries', async () => {
    const { told, code } = await endOf('for (;;);', 4000);
    assert.equal(told, 'The attack did not come to an end with it in 4 seconds, while it tried the text of seed 7.');
    assert.equal(code, 137);
  });
});
