import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemCodes } from '../../language/wellformed/codes.js';
import type { Repair } from '../../language/wellformed/mistake.js';
import { repairTitle } from '../../language/wellformed/words/index.js';
import { editedFiles } from '../../language/writing/index.js';
import { builtInCatalogue, createWorkspace, type ToldMistake, type Workspace } from '../support/workspace.js';

const folder = path.join(import.meta.dirname, 'wellformed');
const words = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

interface Expected {
  readonly file: string;
  readonly line: number;
  /** Undefined: the mistake starts where the line does. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly words: string;
}

/** A fixture is one file, or several after lines `// file: NAME`. */
function filesOf(name: string, text: string): Record<string, string> {
  const [first, ...rest] = text.split(/^\/\/ file: (.+)\n/m);
  const files: Record<string, string> = { [name]: first! };
  for (let index = 0; index < rest.length; index += 2) files[rest[index]!] = rest[index + 1]!;
  return files;
}

/** Marks stand under the code: `//   ^^^ severity code message`, or `//~ severity code message` for what starts with the line. */
function expectedIn(file: string, text: string): Expected[] {
  const expected: Expected[] = [];
  let line = -1;
  for (const [index, content] of text.split('\n').entries()) {
    const mark = /^\/\/(~| *(\^+)) (.*)$/.exec(content);
    if (mark === null) {
      line = index;
      continue;
    }
    const start = mark[2] === undefined ? undefined : content.indexOf('^');
    expected.push({ file, line, start, end: start === undefined ? undefined : start + mark[2]!.length, words: mark[3]! });
  }
  return expected;
}

function told({ severity, code, message }: ToldMistake): string {
  return `${words[severity]} ${code} ${message}`;
}

function matches(expected: Expected, mistake: ToldMistake, text: string): boolean {
  const { startLine, startColumn, endLine, endColumn } = mistake.range;
  if (startLine !== expected.line || !told(mistake).startsWith(expected.words)) return false;
  if (expected.start === undefined) return text.split('\n')[startLine]!.search(/\S/) === startColumn;
  return startColumn === expected.start && (endLine !== startLine || endColumn === expected.end);
}

function mistakesOf(workspace: Workspace, files: Readonly<Record<string, string>>): { file: string; mistake: ToldMistake }[] {
  return Object.keys(files).flatMap((file) => workspace.mistakes(file).map((mistake) => ({ file, mistake })));
}

/** The files after a repair. */
function applied(workspace: Workspace, files: Readonly<Record<string, string>>, { edits }: Repair): Record<string, string> {
  const fileAt = (uri: string) => Object.keys(files).find((file) => workspace.uri(file).toString() === uri)!;
  const changed = editedFiles(edits, (uri) => files[fileAt(uri)]!);
  return { ...files, ...Object.fromEntries([...changed].map(([uri, text]) => [fileAt(uri), text])) };
}

describe('validation errors', () => {
  const codes = new Set<string>();
  const repaired = new Set<string>();

  for (const name of readdirSync(folder)) {
    describe(name, () => {
      const files = filesOf(name, readFileSync(path.join(folder, name), 'utf8'));
      let workspace: Workspace;
      before(async () => {
        workspace = await createWorkspace(files);
      });

      it('are reported where the marks are, and nowhere else', () => {
        const open = Object.entries(files).flatMap(([file, text]) => expectedIn(file, text));
        assert.ok(open.length > 0);
        const surprising: string[] = [];
        for (const { file, mistake } of mistakesOf(workspace, files)) {
          codes.add(mistake.code);
          const index = open.findIndex((one) => one.file === file && matches(one, mistake, files[file]!));
          const { startLine, startColumn, endColumn } = mistake.range;
          if (index < 0) surprising.push(`${file}:${startLine + 1}:${startColumn}-${endColumn} ${told(mistake)}`);
          else open.splice(index, 1);
        }
        assert.deepEqual(
          { surprising, absent: open.map((one) => `${one.file}:${one.line + 1} ${one.words}`) },
          { surprising: [], absent: [] },
        );
      });

      it('are gone after each of their repairs, and no other error comes', async () => {
        const errors = (found: readonly { mistake: ToldMistake }[]) => found.filter(({ mistake }) => mistake.severity === 'error').length;
        const before = mistakesOf(workspace, files);
        for (const { file, mistake } of before) {
          for (const fix of mistake.repairs ?? []) {
            const changed = applied(workspace, files, fix);
            assert.notDeepEqual(changed, files, repairTitle(fix.does));
            const after = mistakesOf(await createWorkspace(changed), changed);
            repaired.add(mistake.code);
            const same = after.filter((one) => one.file === file && told(one.mistake) === told(mistake));
            const sameBefore = before.filter((one) => one.file === file && told(one.mistake) === told(mistake));
            assert.ok(same.length < sameBefore.length, `'${repairTitle(fix.does)}' leaves: ${told(mistake)}`);
            assert.ok(errors(after) <= errors(before), `'${repairTitle(fix.does)}' brings an error`);
          }
        }
      });
    });
  }

  it('are none in the built-in catalogue, but for requirements that wait for their proof', async () => {
    const files = Object.fromEntries(builtInCatalogue());
    const workspace = await createWorkspace(files, { catalogue: false });
    const waiting = new Set(['unused-definition', 'requirement-in-no-profile']);
    const found = mistakesOf(workspace, files).filter(({ mistake }) => {
      return !waiting.has(mistake.code) && !/lacks 'guidance',/.test(mistake.message);
    });
    assert.deepEqual(
      found.map(({ file, mistake }) => `${file}: ${told(mistake)}`),
      [],
    );
  });

  // Last, when the fixtures have shown which codes there are.
  describe('their codes', () => {
    it('have a repair wherever the text says enough for one', () => {
      assert.deepEqual([...codes].filter((code) => !repaired.has(code)).sort(), [
        // What a condition was meant to say, what flows, what it is, when a phase begins, and which elements go with which design, only the author
        // knows.
        'condition-cycle',
        'condition-never-holds',
        'contradicting-needs',
        'design-without-flow',
        // Which of many steps is left out, too.
        'long-chain',
        'missing-clause',
        'need-always-met',
        'phase-order',
        'several-designs',
        // How the design should be is its author's to say.
        'variant-fault',
      ]);
    });

    it('are of the registry, and each of it is found somewhere', () => {
      const elsewhere = [
        'decision-incomplete',
        'decision-outside',
        'decision-past',
        'decision-without-effect',
        'declaration-without-effect',
        'more-findings',
        'implies-cycle',
        'refines-cycle',
        'unreadable-file',
        // Of texts without a file; test/server/untitled.test.ts.
        'import-unsaved',
      ];
      assert.deepEqual(
        Object.keys(problemCodes).filter((code) => !codes.has(code) && !elsewhere.includes(code)),
        [],
      );
    });
  });
});
