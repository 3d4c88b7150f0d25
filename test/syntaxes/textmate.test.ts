import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';
import { root } from '../support/workspace.js';

const file = path.join(root, 'syntaxes/meter.tmLanguage.json');

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(file, 'utf8'), file)),
  });
  return (await registry.loadGrammar('source.meter'))!;
}

/** `text: scope` of everything that has a scope of its own, line by line; the ending `.meter` is left out. */
function scopes(grammar: IGrammar, text: string): string[][] {
  let state: StateStack | null = null;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const told: { start: number; end: number; scope: string }[] = [];
    for (const { startIndex, endIndex, scopes: found } of result.tokens) {
      if (found.length < 2) continue;
      const scope = found.at(-1)!.replace(/\.meter$/, '');
      const before = told.at(-1);
      // The marks around a text or comment are tokens of their own.
      if (before?.end === startIndex && before.scope === scope) before.end = endIndex;
      else told.push({ start: startIndex, end: endIndex, scope });
    }
    return told.map(({ start, end, scope }) => `${line.slice(start, end)}: ${scope}`);
  });
}

describe('the TextMate grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });
  const cases: readonly (readonly [what: string, text: string, expected: readonly (readonly string[])[]])[] = [
    [
      'keywords that are names where they are declared',
      'component source is smart-meter\n  flow flow "t": a -> b\nzone in // none\ndefine control control on link\ndata run run by x',
      [
        ['component: storage.type', 'source: entity.name.section', 'is: keyword.other'],
        ['flow: storage.type', 'flow: entity.name.section', '"t": string.quoted.double', '->: keyword.operator.arrow'],
        ['zone: storage.type', 'in: entity.name.section', '// none: comment.line.double-slash'],
        ['define: keyword.control.define', 'control: storage.type', 'control: entity.name.type', 'on: keyword.other', 'link: storage.type'],
        ['data: storage.type', 'run: entity.name.section', 'run: keyword.other', 'by: keyword.other'],
      ],
    ],
    [
      'keywords inside longer names, in any script',
      'is data-concentrator in own-zone over tls-1.3, end.of.use, zähler-in, 電-on, on電, 2nd-flow',
      [['is: keyword.other', 'in: keyword.other', 'over: keyword.other']],
    ],
    [
      'texts with escapes, and one that is not closed',
      'note "a \\" // is \\n 😀" is\nnote "open is\nis',
      [
        [
          'note: keyword.other',
          '"a : string.quoted.double',
          '\\": constant.character.escape',
          ' // is : string.quoted.double',
          '\\n: constant.character.escape',
          ' 😀": string.quoted.double',
          'is: keyword.other',
        ],
        ['note: keyword.other', '"open is: string.quoted.double'],
        ['is: keyword.other'],
      ],
    ],
    [
      'dates, durations and numbers',
      'until 2027-06-30 = 13 months >= 250000 1 hour 2027-06-30x 7.5',
      [
        [
          'until: keyword.other',
          '2027-06-30: constant.numeric.date',
          '=: keyword.operator.comparison',
          '13: constant.numeric',
          'months: keyword.other.unit',
          '>=: keyword.operator.comparison',
          '250000: constant.numeric',
          '1: constant.numeric',
          'hour: keyword.other.unit',
        ],
      ],
    ],
    [
      'comments, documentation apart, over lines',
      '/** doc is\n 電 is */ is /* is */ // is /* is\n/**/ is',
      [
        ['/** doc is: comment.block.documentation'],
        [
          ' 電 is */: comment.block.documentation',
          'is: keyword.other',
          '/* is */: comment.block',
          '// is /* is: comment.line.double-slash',
        ],
        ['/**/: comment.block', 'is: keyword.other'],
      ],
    ],
    [
      'the words of requirements',
      'severity high where not (some flow crosses party) else low',
      [
        [
          'severity: keyword.other',
          'high: constant.language.severity',
          'where: keyword.operator.logical',
          'not: keyword.operator.logical',
          'some: keyword.operator.logical',
          'flow: storage.type',
          'crosses: keyword.other',
          'party: keyword.other',
          'else: keyword.operator.logical',
          'low: constant.language.severity',
        ],
      ],
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(`colours ${what}`, () => {
      assert.deepEqual(scopes(grammar, text), expected);
    });
  }

  it('uses only the beginnings of scopes that every theme colours', () => {
    const known = /^(comment|string|constant|keyword|storage|entity\.name|source)\b/;
    const used = [...readFileSync(file, 'utf8').matchAll(/"(?:name|scopeName|contentName)": "([a-z.-]+)"/g)].map((match) => match[1]!);
    assert.ok(used.length > 15);
    assert.deepEqual(
      used.filter((scope) => !known.test(scope)),
      [],
    );
  });
});
