import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { Session } from '../in-process.js';

const attacks = [
  '[Reset](command:workbench.action.quit)',
  '<a href=\\"command:x\\">x</a><img src=x onerror=alert(1)>',
  '![p](https://evil.example/p.png)',
  '`code` and ``` fence',
  '@everyone a@evil.example',
  'https://evil.example/a and www.evil.example',
  '<command:x> <https://evil.example>',
  '# heading',
  '[a]: command:x',
  '$(sync~spin)',
];

/** What a viewer of Markdown would make something of, outside spans of code. */
const live: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a link or image', /(?<!\\)\[[^\]]*(?<!\\)\]/],
  ['a tag', /<[a-z!/]/i],
  ['an address', /:\/\/|\bwww\./i],
  ['a mail or mention', /(?<!\\)@/],
  ['a span of code', /(?<!\\)`/],
  ['a heading', /^#(?!## \S)/m],
  ['an icon', /(?<!\\)\$\(/],
];

describe('hover on hostile texts', () => {
  for (const attack of attacks) {
    it(`shows as text: ${attack}`, async () => {
      const session = await Session.with({
        'a.meter': `/** ${attack.replaceAll('\\"', '"')}\n * ====\n * - ${attack.replaceAll('\\"', '"')} */
design d "${attack}" { profile own note "${attack}" }
component c "${attack}" is k { control x by m where-it-is = "${attack}" }
accept r2 on c because "${attack}" by "${attack}"`,
        'own.meter': `define component k "${attack}" { where-it-is = "${attack}" note "${attack}" }
define attribute where-it-is "${attack}" on component : text default "${attack}" { note "${attack}" }
define control x "${attack}" { note "${attack}" }
define mechanism m "${attack}" { weak x because "${attack}" see s "${attack}" note "${attack}" }
define standard s "${attack}" { publisher "${attack}" edition "${attack}" url "${attack}" note "${attack}" }
define harm h "${attack}" { see s "${attack}" note "${attack}" }
define threat t "${attack}" { leads to h note "${attack}" }
define attack a "${attack}" { leads to t note "${attack}" }
define requirement r "${attack}" { category c severity high applies to component where where-it-is = "${attack}" needs x because "${attack}" guidance "${attack}" see s "${attack}" note "${attack}" mitigates t }
define requirement r2 "${attack}" { category c severity high applies to component needs x because "${attack}" }
define profile own "${attack}" { includes r, r2 note "${attack}" }`,
      });
      const places = [
        ['a.meter', 'design |d'],
        ['a.meter', 'component |c'],
        ['a.meter', 'is |k'],
        ...[
          'attribute |where',
          'control |x',
          'mechanism |m',
          'standard |s',
          'harm |h',
          'threat |t',
          'attack |a',
          'requirement |r',
          'profile |own',
        ].map((part) => ['own.meter', part]),
      ] as const;
      for (const [file, part] of places) {
        const hover = await session.request<Hover | null>('textDocument/hover', session.at(file, part));
        assert.deepEqual(Object.keys(hover?.contents ?? {}).sort(), ['kind', 'value'], part);
        const { value } = hover!.contents as { value: string };
        // Names are written as code; what stands in it is only shown.
        const prose = value.replaceAll(/(?<!\\)`[\w .-]+`/g, 'name');
        for (const [what, pattern] of live) assert.doesNotMatch(prose, pattern, `${part}: ${what} in\n${value}`);
      }
      session.stop();
    });
  }
});
