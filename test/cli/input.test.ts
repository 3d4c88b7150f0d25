import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { projectKeys, readSettings } from '../../workspace/index.js';
import { binary, inFolder, meterlint, type Run } from '../support/cli.js';
import { both, catalogue, design } from '../support/metering.js';
import { root } from '../support/workspace.js';

const bad = design('one', { a: 'loud = yes control watched' });
const day = ['--date', '2026-11-24'];

function withInput(input: string | Uint8Array, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [binary(), ...args, ...day], { cwd });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
    child.stdin.end(input);
  });
}

describe('meterlint check --stdin', () => {
  it('reviews the text of the standard input in the place of a file, with what it imports', async () => {
    const files = {
      'catalogue.meter': catalogue,
      'designs/parts.meter': 'component b is thing { loud = yes control watched }\n',
      'designs/one.meter': 'component ( half',
    };
    await inFolder(files, async (folder) => {
      const text = `\uFEFF${catalogue}\n${bad}`.replace('design one', 'import "parts.meter"\ndesign one').replaceAll('\n', '\r\n');
      const moved = `import "parts.meter"\r\n${text.replace('import "parts.meter"\r\n', '').replace('\uFEFF', '')}`;
      const { code, out, err } = await withInput(moved, ['check', '--stdin', '--stdin-path', 'designs/one.meter'], folder);
      assert.deepEqual([code, err], [1, '']);
      assert.match(out, /^designs\/one\.meter:11:11 ▲ high seal .* on thing 'a'$/m);
      assert.match(out, /^designs\/parts\.meter:1:11 ▲ high seal .* on thing 'b'$/m);
      const named = await withInput(bad, ['check', '--stdin', '--profile', 'x1332'], folder);
      assert.match(named.out, /^stdin\.meter:1:/m);
      assert.deepEqual(readdirSync(folder).sort(), ['catalogue.meter', 'designs']);
    });
  });

  it('says what is wrong with the input or the options', async () => {
    await inFolder({ 'a.meter': bad }, async (folder) => {
      for (const [input, args, message] of [
        [new Uint8Array([0xff, 0xfe, 0x00]), ['--stdin'], /standard input is not UTF-8 text/],
        ['', ['--stdin', 'a.meter'], /leave the paths out/],
        ['', ['--stdin', '--watch'], /--watch cannot follow/],
        ['', ['--stdin-path', 'x.meter'], /--stdin-path names the text of --stdin/],
        ['', ['--shard', '3/2'], /--shard takes a part of a number of parts, such as 2\/5, not '3\/2'/],
        ['', ['--shard', '1/2', '--baseline', 'x'], /give --baseline to `meterlint merge`/],
      ] as const) {
        const { code, out, err } = await withInput(input, ['check', ...args], folder);
        assert.deepEqual([code, out], [2, ''], args.join(' '));
        assert.match(err, message);
      }
    });
  });
});

describe('a list of paths', () => {
  it('stands for the paths in it, CRLF, blank lines and other paths beside it included', async () => {
    const files = {
      'catalogue.meter': catalogue,
      'a b.meter': bad,
      'two.meter': design('two', { x: 'loud = yes control watched' }),
      'three.meter': design('three', { y: '' }),
    };
    await inFolder(
      { ...files, 'list.txt': '\uFEFFa b.meter\r\n\r\n  two.meter  \r\n', 'nested.txt': 'two.meter\n@list.txt\n', 'empty.txt': '\n' },
      async (folder) => {
        const { code, out, err } = await meterlint(['check', '@list.txt', 'catalogue.meter'], folder);
        assert.deepEqual([code, err], [1, '']);
        assert.deepEqual(out.match(/^design \w+/gm), ['design one', 'design two']);
        const formatted = await meterlint(['format', '--check', '@list.txt', 'catalogue.meter'], folder);
        assert.deepEqual([formatted.code, formatted.err, formatted.out], [1, '', 'catalogue.meter\n']);
        for (const [list, message] of [
          ['@nested.txt', /nested\.txt:2: a list holds paths only, not '@list\.txt'/],
          ['@empty.txt', /the list empty\.txt holds no path/],
          ['@absent.txt', /cannot read the list absent\.txt: there is no such file/],
          ['@', /@ takes the name of a list/],
        ] as const) {
          const wrong = await meterlint(['check', list], folder);
          assert.deepEqual([wrong.code, wrong.out], [2, ''], list);
          assert.match(wrong.err, message);
        }
      },
    );
  });
});

describe('meterlint.json', () => {
  it('is named where the profile that it states is unknown', async () => {
    await inFolder({ 'a/catalogue.meter': catalogue, 'meterlint.json': '{ "profile": "german" }' }, async (folder) => {
      const { code, err } = await meterlint(['check'], path.join(folder, 'a'));
      assert.deepEqual(
        [code, /^meterlint: \.\.[\\/]meterlint\.json: there is no profile 'german'; did you mean/.test(err)],
        [2, true],
        err,
      );
      assert.match((await meterlint(['check', '--profile', 'german'], folder)).err, /^meterlint: there is no profile/);
    });
  });

  it('states defaults for all below its folder, up to the folder of the repository; options go before it', async () => {
    const files = {
      'meterlint.json': '{ "$schema": "x", "failOn": "none", "exclude": ["old/**"], "profile": "p" }',
      'catalogue.meter': catalogue,
      'sub/one.meter': bad.replace('{ profile p }', '{ }'),
      'old/two.meter': design('two', { x: '' }),
      'inner/.git/HEAD': '',
      'inner/catalogue.meter': catalogue,
      'inner/three.meter': bad,
    };
    await inFolder(files, async (folder) => {
      const below = await meterlint(['check', 'sub', 'old', 'catalogue.meter'], folder);
      assert.equal(below.code, 0);
      assert.deepEqual(below.out.match(/^design \w+: \d+/gm), ['design one: 1']);
      assert.equal((await meterlint(['check', '--fail-on', 'high', 'sub', 'catalogue.meter'], folder)).code, 1);
      assert.match(
        (await meterlint(['check', 'old/two.meter', 'catalogue.meter'], folder)).out,
        /^design two: 2/m,
        'what is named is not left out',
      );
      assert.equal((await meterlint(['check'], path.join(folder, 'inner'))).code, 1, 'another repository');
      writeFileSync(path.join(folder, 'meterlint.json'), '{ "failon": "none" }');
      const wrong = await meterlint(['check', 'sub'], folder);
      assert.deepEqual([wrong.code, wrong.out], [2, '']);
      assert.match(wrong.err, /meterlint\.json: there is no setting "failon"; did you mean "failOn"\?/);
    });
  });

  const wrong: readonly (readonly [text: string, message: RegExp])[] = [
    ['', /it is not JSON/],
    ['[]', /has to hold an object/],
    ['{ "failOn": "severe" }', /"failOn" takes one of critical, high/],
    ['{ "decisionsFrom": "decisions/**" }', /"decisionsFrom" takes a list of patterns/],
    ['{ "decisionsFrom": [1] }', /"decisionsFrom" takes a list/],
    ['{ "exclude": ["../x"] }', /"exclude" has the pattern '\.\.\/x', which leads out/],
    ['{ "redundant": "yes" }', /"redundant" takes true or false/],
    ['{ "baseline": 1 }', /"baseline" takes a text/],
    ['{ "__proto__x": 1 }', /there is no setting "__proto__x"; there are profile/],
    ['{ "toString": 1 }', /there is no setting "toString"/],
  ];
  for (const [text, message] of wrong) {
    it(`says what is wrong with ${text}`, () => {
      const settings = readSettings(text);
      assert.equal(typeof settings, 'string');
      assert.match(settings as string, message);
    });
  }

  it('has a schema that takes what the command line takes', () => {
    const schema = JSON.parse(readFileSync(path.join(root, 'docs/project.schema.json'), 'utf8')) as { properties: object };
    const validate = new Ajv({ strict: true }).compile(schema);
    assert.deepEqual(Object.keys(schema.properties), projectKeys);
    for (const [text] of wrong.filter(([one]) => one !== '')) assert.ok(!validate(JSON.parse(text)) || text.includes('../'), text);
    assert.ok(
      validate({
        $schema: 'x',
        profile: 'p',
        failOn: 'low',
        decisionsFrom: ['d/**', '{a,b}/*'],
        exclude: [],
        baseline: 'b.json',
        redundant: true,
      }),
    );
  });

  it('reads all settings', () => {
    const all = { profile: 'p', failOn: 'low', decisionsFrom: ['d/**'], exclude: [], baseline: 'b.json', redundant: true };
    assert.deepEqual(readSettings(`\uFEFF${JSON.stringify(all)}`), all);
  });
});

describe('meterlint check --watch', () => {
  it('tells a review again when it came out otherwise, stays silent else, and ends with 0 when it is stopped', async function () {
    if (process.platform === 'win32') return this.skip();
    await inFolder({ 'catalogue.meter': catalogue, 'one.meter': bad }, async (folder) => {
      const child = spawn(process.execPath, [binary(), 'check', '--watch', ...day], { cwd: folder });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      const until = async (holds: () => boolean) => {
        while (!holds() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
        assert.ok(holds(), `${out}\n${err}`);
      };
      try {
        await until(() => err.includes('Watching for changes'));
        assert.match(out, /▲ high seal/);
        const first = out.length;
        writeFileSync(path.join(folder, 'one.meter'), `${bad}// a comment changes nothing\n`);
        writeFileSync(path.join(folder, 'two.meter'), design('two', { b: both }));
        await until(() => /^design two: no findings/m.test(out.slice(first)));
        const second = out.length;
        writeFileSync(path.join(folder, 'meterlint.json'), '{ "failOn": 1 }');
        await until(() => err.includes('"failOn" takes one of'));
        writeFileSync(path.join(folder, 'meterlint.json'), '{ }');
        writeFileSync(path.join(folder, 'one.meter'), design('one', { a: both }));
        await until(() => /^design one: no findings/m.test(out.slice(second)));
        assert.equal(out.slice(second).match(/^design one/gm)?.length, 1, 'told once');
        child.kill('SIGINT');
        const [code] = (await once(child, 'close')) as [number | null];
        assert.equal(code, 0);
      } finally {
        child.kill('SIGKILL');
      }
    });
  });
});

describe('what an import may reach', () => {
  const parts = (name: string) => `component ${name} is thing { loud = yes control watched }\n`;

  it('is no file outside the reviewed folder, whatever a symbolic link says', async function () {
    if (process.platform === 'win32') return this.skip();
    const files = {
      'outside/secret.meter': parts('b'),
      'outside/zones/deep.meter': parts('c'),
      'inside/real/parts.meter': parts('d'),
      'inside/one.meter': `import "link.meter"\nimport "zones/deep.meter"\nimport "near.meter"\n${catalogue}\n${bad}`,
    };
    await inFolder(files, async (folder) => {
      symlinkSync('../outside/secret.meter', path.join(folder, 'inside/link.meter'));
      symlinkSync('../outside/zones', path.join(folder, 'inside/zones'));
      symlinkSync('real/parts.meter', path.join(folder, 'inside/near.meter'));
      for (const asked of ['.', 'one.meter']) {
        const { code, out, err } = await meterlint(['check', asked, ...day], path.join(folder, 'inside'));
        assert.equal(code, 2, asked);
        assert.match(`${out}${err}`, /link\.meter: a symbolic link leads out of the reviewed folder; copy the file into it/);
        assert.match(`${out}${err}`, /deep\.meter: a symbolic link leads out/);
        assert.doesNotMatch(`${out}${err}`, /near\.meter: a symbolic link|thing '[bc]'/);
        assert.match(out, /on thing 'd'$/m, asked);
      }
    });
  });
});
