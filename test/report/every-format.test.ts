import assert from 'node:assert/strict';
import { editions, formats, writeReport, type TellingContext } from '../../report/formats/index.js';
import { rangeOfFinding } from '../../report/locate.js';
import { nowhere } from '../support/sources.js';
import { exampleFiles, reviewFiles, smallDesign } from '../support/designs.js';
import { readStrictly } from '../support/readers.js';
import { reportContext } from '../support/reports.js';

// What holds of each format of the list, whichever it is.

const titles: Readonly<Record<string, string>> = {
  'a formula': '=cmd|"/c calc"!A1',
  'a sum': '+1+1',
  'a difference': '-1+1',
  'a function': '@SUM(A1)',
  'a wide formula': '＝1＋1',
  'a tab before a formula': '\t=1+1',
  'a line break before a formula': '\n=1+1',
  HTML: '</td></table><script>alert(1)</script><img src=x onerror=alert(1)>&amp;" onmouseover="x\' y',
  'the end of XML text': ']]></failure><x a="&#0;">',
  Markdown: '[click](command:quit) ![x](http://example.org/x.png) `` ` `` **b** <!-- | --> | cell',
  'a list and a heading': '# 1\n- x\n1. y\n\n    code\n---\n| a | b |\n|---|---|',
  'mentions and numbers': '@everyone, @team/x #123 !45 $67 %v1 ~bug GH-12 https://evil.example/a www.evil.example mailto:a@evil.example',
  placeholders: '{0} {{1}} ${x} %s %1$s',
  'control characters': 'a\u0000b\u0001c\u0008d\u000Be\u001Bf\u007Fg\u0085h\u2028i\uFEFFj\uFFFEk',
  'halves of characters': '\uD800 a \uDC00 b \uDBFF',
  'the other direction': 'abc\u202Egnirts\u2066x\u2069',
  'CJK and emoji': '電表 👩‍🔧 Ȟello',
  'a hundred thousand letters': 'x'.repeat(100_000),
  nothing: '',
  blanks: '   ',
};

/** A text of the user's in every place that takes one. */
function hostile(title: string): Record<string, string> {
  const text = `"${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
  // A file holds two million characters at most.
  const rest = title.length > 10_000 ? '"x"' : text;
  // Blank evidence would open what is closed here.
  const shown = title.trim() === '' ? '"x"' : rest;
  const file = `${encodeURIComponent('=a b|<i>`#[x](y)&\'"')}.meter`;
  return {
    [file]: [
      `define standard book ${rest} { edition ${rest} publisher ${rest} url ${rest} }`,
      `define harm loss ${rest} { see book }`,
      `define threat theft ${rest} { leads to loss }`,
      `define control shut ${rest} on component, link, flow { asks ${rest} }`,
      `define mechanism tape ${rest} on component { weak shut because ${rest} }`,
      `define mechanism lid ${rest} on component { provides shut see book ${rest} }`,
      `define component thing ${rest}`,
      `define requirement own ${text} { severity high applies to component where is thing needs shut mitigates theft see book ${rest}, book because ${text} guidance ${text} note ${rest} }`,
      `define requirement flows ${rest} { severity low applies to flow needs shut on flow because ${rest} }`,
      `define profile mine ${rest} { includes own, flows }`,
      `design d ${rest} { profile mine version ${rest} owner ${rest} }`,
      `component a ${text} is thing { uses tape }`,
      `component b ${rest} is thing`,
      `component c ${rest} is thing { control shut by lid evidence ${shown} }`,
      `link l ${rest}: a -> b`,
      `flow f ${rest}: a -> b`,
      `accept own on b until 2027-01-01 because ${text} by ${text}`,
    ].join('\n'),
  };
}

describe('every report format', () => {
  for (const [name, title] of Object.entries(titles)) {
    it(`keeps its form whatever a text holds: ${name}`, async () => {
      const { reviewed, textOf } = await reviewFiles(hostile(title), { catalogue: false });
      assert.deepEqual(
        reviewed.assessments.flatMap(({ findings }) => findings.map(({ id }) => id)),
        ['d/own/a', 'd/flows/f'],
      );
      const [first] = reviewed.assessments;
      const range = rangeOfFinding(first!.findings[0]!, first!, reviewed.sources);
      const input = { ...reviewed, problems: [{ code: 'syntax-error' as const, severity: 'error' as const, message: title, range }] };
      for (const format of formats) {
        for (const asked of [
          { everything: false },
          { everything: true },
          ...(format.hasEditions === true ? [{ edition: 'short' as const }] : []),
        ]) {
          const report = await writeReport(format, input, { ...reportContext, textOf, ...asked });
          try {
            readStrictly(format.extension, report);
          } catch (error) {
            assert.fail(`${format.id}: ${error instanceof Error ? error.message : String(error)}`);
          }
        }
      }
    });
  }

  it('is the same bytes twice, and in whatever order files were read', async () => {
    const files = Object.entries({ ...exampleFiles('hardened.meter', 'zones.meter', 'house-rules.meter'), ...smallDesign });
    const orders = [files, [...files].reverse(), [...files.slice(2), ...files.slice(0, 2)]];
    const [first, ...others] = await Promise.all(orders.map(async (order) => bytes(await reviewFiles(Object.fromEntries(order)))));
    for (const other of others) {
      for (const [id, report] of first!) assert.ok(report.equals(other.get(id)!), `${id} depends on the order of files`);
    }
    const again = await bytes(await reviewFiles(Object.fromEntries(files)));
    for (const [id, report] of first!) assert.ok(report.equals(again.get(id)!), `${id} differs the second time`);
  });

  it('tells no path of the machine, no user name, no clock', async () => {
    const { reviewed, textOf } = await reviewFiles(smallDesign, { catalogue: false });
    const toPath = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);
    for (const [id, report] of await bytes({ reviewed, textOf }, { toPath })) {
      const text = report.toString('latin1');
      assert.doesNotMatch(text, /file:\/\/\/ws|\/ws\/|\/tmp\/|\/home\/|\/root\//, id);
      assert.ok(
        !text.includes(`${new Date().getFullYear()}-${String(new Date().getMonth() + 1).padStart(2, '0')}-${new Date().getDate()}T`),
        id,
      );
    }
  });

  it('tells of no design at all', async () => {
    for (const format of formats)
      readStrictly(format.extension, await writeReport(format, { assessments: [], problems: [], sources: nowhere }, reportContext));
  });

  it('has an id, a label and an extension of its own', () => {
    for (const key of ['id', 'label', 'extension'] as const)
      assert.equal(new Set(formats.map((format) => format[key])).size, formats.length);
    for (const { id, extension } of formats) assert.match(`${id} ${extension}`, /^[a-z][a-z0-9-]* [a-z][a-z0-9.-]*$/);
  });
});

async function bytes(
  { reviewed, textOf }: Awaited<ReturnType<typeof reviewFiles>>,
  context: Partial<TellingContext> = {},
): Promise<Map<string, Buffer>> {
  const all = formats.flatMap((format) =>
    (format.hasEditions === true ? editions : editions.slice(0, 1)).map(async (edition) => {
      const report = await writeReport(format, reviewed, { ...reportContext, textOf, everything: true, edition, ...context });
      return [`${format.id} ${edition}`, Buffer.from(report)] as const;
    }),
  );
  return new Map(await Promise.all(all));
}
