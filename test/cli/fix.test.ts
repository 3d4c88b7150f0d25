import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';

/** One finding with a preferred fix; the second requirement gives another. */
const roles = 'component mdms is meter-data-management\nlink l: mdms -> hes\n';
const rest = 'component hes is network-management-system { control role-based-access by role-directory }\nflow f: mdms -> hes\n';
const design = `define profile one { includes authz-rbac }\ndesign d { profile one }\n${roles}${rest}`;
const fixed = design.replace(
  'is meter-data-management\n',
  'is meter-data-management {\n    control role-based-access by role-directory\n}\n',
);
/** The same design under other names, for a second file of one folder. */
const again = (name: string) => design.replaceAll('profile one', `profile ${name}`).replace('design d', `design ${name}`);
const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');

describe('meterlint fix', () => {
  it('writes what findings lack, tells which files, and does nothing the second time', async () => {
    await inFolder({ 'a.meter': design, 'clean.meter': 'zone office is back-office\n' }, async (folder) => {
      const first = await meterlint(['fix'], folder);
      assert.deepEqual([first.code, first.out, first.err], [0, 'a.meter: 1 fix\n', 'meterlint: changed 1 file; 0 findings left\n']);
      assert.equal(read(folder, 'a.meter'), fixed);
      assert.deepEqual(readdirSync(folder).sort(), ['a.meter', 'clean.meter']);
      assert.equal((await meterlint(['check'], folder)).code, 0);
      const second = await meterlint(['fix'], folder);
      assert.deepEqual([second.code, second.out, second.err], [0, '', 'meterlint: changed 0 files; 0 findings left\n']);
      assert.equal(read(folder, 'a.meter'), fixed);
    });
  });

  it('fixes elements of one name in many files, and what a fix brings into scope', async () => {
    const names = Array.from({ length: 15 }, (_, index) => `d${index}.meter`);
    const files = Object.fromEntries(names.map((name, index) => [name, again(`d${index}`)]));
    await inFolder(files, async (folder) => {
      const { code, out } = await meterlint(['fix'], folder);
      assert.equal(code, 0);
      assert.equal(
        out,
        names
          .toSorted()
          .map((name) => `${name}: 1 fix\n`)
          .join(''),
      );
    });
  });

  it('prints a patch that git apply takes and that gives what fix writes, and changes nothing', async () => {
    const files = {
      'a.meter': design,
      'no end.meter': again('e').trimEnd(),
      'crlf/ß.meter': `\uFEFF${again('f').replaceAll('\n', '\r\n')}`,
    };
    await inFolder(files, async (folder) => {
      const { code, out, err } = await meterlint(['fix', '--dry-run'], folder);
      assert.equal(code, 1);
      assert.equal(err, 'meterlint: would change 3 files; 0 findings left\n');
      for (const [file, text] of Object.entries(files)) assert.equal(read(folder, file), text);
      const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out });
      assert.equal(applied.status, 0, applied.stderr.toString());
      const byGit = Object.keys(files).map((file) => read(folder, file));
      await inFolder(files, async (other) => {
        await meterlint(['fix'], other);
        assert.deepEqual(
          byGit,
          Object.keys(files).map((file) => read(other, file)),
        );
      });
      const second = await meterlint(['fix', '--dry-run'], folder);
      assert.deepEqual([second.code, second.out], [0, '']);
    });
  });

  it('names files in the patch so that git finds them, whatever their names', async function () {
    if (process.platform === 'win32') return this.skip();
    const name = 'a "quoted"\\ name\twith a tab.meter';
    await inFolder({ [name]: design }, async (folder) => {
      const { out } = await meterlint(['fix', '--dry-run'], folder);
      const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out });
      assert.equal(applied.status, 0, applied.stderr.toString());
      assert.equal(read(folder, name), fixed);
    });
  });

  it('prints a patch that patch -p1 takes, where there is one', async function () {
    if (spawnSync('patch', ['--version']).status !== 0) return this.skip();
    await inFolder({ 'a b.meter': design }, async (folder) => {
      const { out } = await meterlint(['fix', '--dry-run'], folder);
      const applied = spawnSync('patch', ['-p1'], { cwd: folder, input: out });
      assert.equal(applied.status, 0, applied.stdout.toString());
      assert.equal(read(folder, 'a b.meter'), fixed);
    });
  });

  it('keeps line ends, byte order mark, mode and links', async function () {
    const crlf = `\uFEFF${design.replaceAll('\n', '\r\n')}`;
    await inFolder({ 'real/a.meter': crlf }, async (folder) => {
      const real = path.join(folder, 'real/a.meter');
      chmodSync(real, 0o640);
      if (process.platform !== 'win32') symlinkSync(real, path.join(folder, 'link.meter'));
      const { code } = await meterlint(['fix', process.platform === 'win32' ? 'real/a.meter' : 'link.meter'], folder);
      assert.equal(code, 0);
      assert.equal(readFileSync(real, 'utf8'), `\uFEFF${fixed.replaceAll('\n', '\r\n')}`);
      if (process.platform === 'win32') return;
      assert.equal(statSync(real).mode & 0o777, 0o640);
      assert.ok(lstatSync(path.join(folder, 'link.meter')).isSymbolicLink());
    });
  });

  it('leaves every line of a file that mixes line ends the end that it has', async () => {
    const oneCrlf = (text: string) => text.replace('\n', '\r\n');
    await inFolder({ 'a.meter': oneCrlf(design) }, async (folder) => {
      assert.equal((await meterlint(['fix'], folder)).code, 0);
      assert.equal(read(folder, 'a.meter'), oneCrlf(fixed));
      assert.equal((await meterlint(['format'], folder)).code, 0);
      assert.equal(read(folder, 'a.meter').split('\r\n').length, 2);
    });
  });

  it('fixes the findings of the named requirements only, and knows the nearest', async () => {
    const two = `zone street is neighbourhood-network\ncomponent dc is data-concentrator in street\n${design.replace('authz-rbac', 'authz-rbac, phys-tamper')}`;
    await inFolder({ 'a.meter': two }, async (folder) => {
      const all = await meterlint(['fix', '--dry-run'], folder);
      assert.match(all.out, /^\+.*tamper/m);
      assert.match(all.out, /^\+.*role-based-access/m);
      const { code, err } = await meterlint(['fix', '--requirement', 'authz-rbac'], folder);
      assert.deepEqual([code, err], [0, 'meterlint: changed 1 file; 1 finding left\n']);
      assert.match(read(folder, 'a.meter'), /is meter-data-management \{\n {4}control role-based-access/);
      assert.doesNotMatch(read(folder, 'a.meter'), /control tamper|uses tamper/);
      const unknown = await meterlint(['fix', '--requirement', 'authz-rbca'], folder);
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /there is no requirement 'authz-rbca'; did you mean 'authz-rbac'\?/);
    });
  });

  it('repairs validation errors only where it is asked to', async () => {
    const written =
      'import "b.meter"\nimport "b.meter"\ndesign d { profile small }\ncomponent hes is head-end in dmz\nzone office is Back_Office\n';
    const files = { 'a.meter': written, 'b.meter': 'zone dmz is head-end-dmz\ndefine profile small { includes phys-tamper }\n' };
    await inFolder(files, async (folder) => {
      const without = await meterlint(['fix'], folder);
      assert.equal(without.code, 2);
      assert.match(without.err, /a\.meter:5:\d+: an error hides a part: .*Back_Office/);
      assert.equal(read(folder, 'a.meter'), written);
      const { code, out } = await meterlint(['fix', '--errors'], folder);
      assert.equal(
        read(folder, 'a.meter'),
        'import "b.meter"\nimport "b.meter"\ndesign d { profile small }\ncomponent hes is head-end in dmz\nzone office is back-office\n',
        'the same word is written as it is known; no line goes, also none that says something twice',
      );
      assert.equal(code, 0);
      assert.equal(out, 'a.meter: 1 repair\n');
    });
  });

  it('leaves a design alone of which a part cannot be read, and fixes the others', async () => {
    const broken = `${again('e')}component ( broken\n`;
    await inFolder({ 'a.meter': design, 'b.meter': broken }, async (folder) => {
      const { code, out, err } = await meterlint(['fix'], folder);
      assert.equal(code, 2);
      assert.equal(out, 'a.meter: 1 fix\n');
      assert.match(err, /^meterlint: b\.meter:7:11: an error hides a part: /m);
      assert.equal(read(folder, 'b.meter'), broken);
    });
  });

  it('changes only what is named, not what that imports', async () => {
    const files = {
      'main.meter': `import "parts.meter"\ndefine profile one { includes authz-rbac }\ndesign d { profile one }\n${rest}`,
      'parts.meter': roles.replace('link l: mdms -> hes\n', ''),
    };
    await inFolder({ ...files, 'main.meter': files['main.meter'].replace('flow f', 'link l: mdms -> hes\nflow f') }, async (folder) => {
      const { code, out } = await meterlint(['fix', 'main.meter'], folder);
      assert.deepEqual([code, out], [0, '']);
      assert.equal(read(folder, 'parts.meter'), files['parts.meter']);
      assert.equal((await meterlint(['fix', '.'], folder)).out, 'parts.meter: 1 fix\n');
    });
  });

  it('says which file may not be written, and then changes none', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') return this.skip();
    await inFolder({ 'a.meter': design, 'b.meter': again('e') }, async (folder) => {
      chmodSync(path.join(folder, 'b.meter'), 0o444);
      const { code, err } = await meterlint(['fix'], folder);
      assert.equal(code, 2);
      assert.match(err, /cannot write .*b\.meter: access is denied; no file was changed/);
      assert.equal(read(folder, 'a.meter'), design);
    });
  });

  it('writes the smallest set of controls against a harm, and tells what it wrote', async () => {
    const text = [
      'design d',
      'zone dmz is head-end-dmz',
      'zone home is customer-premises',
      'data off is disconnect-command',
      'component meter is smart-meter in home { count = 1000 remote-switch = breaker key-scope = per-device }',
      'component hes is head-end in dmz',
      'component desk is operator in dmz { count = 1 }',
      'link wan: hes -> meter over mutual-tls',
      'link console: desk -> hes',
      'flow disconnect is remote-disconnect: desk -> hes -> meter carries off',
      '',
    ].join('\n');
    await inFolder({ 'd.meter': text }, async (folder) => {
      const first = await meterlint(['fix', '--cut', 'load-control-abuse'], folder);
      assert.deepEqual(
        [first.code, first.out, first.err.split('\n')],
        [
          0,
          'd.meter: 2 fixes\n',
          [
            'meterlint: changed 1 file',
            'd, load-control-abuse: 2 measures close all 2 ways; no single one does.',
            // A workflow is no part of a person: the same control is written where the order is.
            '  written: dual-approval on disconnect by workflow-release',
            '  written: independent-command-gate on disconnect by threshold-quarantine',
            '  not written: dual-approval on desk: no mechanism of the catalogue can stand there',
            '  no way is left',
            '',
          ],
        ],
      );
      const again = await meterlint(['fix', '--dry-run', '--cut', 'load-control-abuse'], folder);
      assert.deepEqual([again.code, again.out], [0, '']);
      assert.equal(again.err, 'meterlint: would change 0 files\nd, load-control-abuse: no way is known that leads to more than one home\n');
      const wrong = await meterlint(['fix', '--cut', 'load-control'], folder);
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /there is no harm 'load-control' that is counted; /);
      const both = await meterlint(['fix', '--cut', 'load-control-abuse', '--requirement', 'authz-rbac'], folder);
      assert.equal(both.code, 2);
      assert.match(both.err, /--cut and --requirement/);
    });
  });
});
