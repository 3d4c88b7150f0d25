import assert from 'node:assert/strict';
import { unzipSync, strFromU8 } from 'fflate';
import { fixTitle } from '../../report/fix-titles.js';
import { formatNamed } from '../../report/formats/index.js';
import { findingMessage } from '../../report/message.js';
import { aboutWords, questionCount, questionText } from '../../report/questions.js';
import { groupQuestions } from '../../summary/questions.js';
import { statedWords } from '../../report/stated.js';
import { toText } from '../../report/text.js';
import { fixesFor, questionsOf, type Assessment } from '../../review/index.js';
import { reviewFiles } from '../support/designs.js';
import { applied } from '../support/fixed.js';
import { reportContext } from '../support/reports.js';

const catalogue = `
define control lock "Lock" on component
define control seal "Seal" on component { asks "Who sealed it, and when?" }
define control drill "Drill" on component, design { asks "When was it last tried?" }
define control moat "Moat" on component
define mechanism padlock "Padlock" on component { provides lock }
define mechanism notary "Notary" on component { provides seal }
define attribute depth "Depth" on component : integer { asks "How deep is it?" }
define attribute width "Width" on component : integer
define component box "Box"
define component well "Well"
define zone yard "Yard"
define requirement safe "Safe" { severity high applies to component where is box needs lock and seal }
define requirement tried "Tried" { severity critical applies to component where is box needs drill on component or on design }
define requirement wet "Wet" { severity low applies to component where is well needs moat needs depth >= 3 needs width set }
define profile plain "Plain" { includes safe, tried, wet }
`;

async function reviewed(text: string) {
  const { reviewed, textOf } = await reviewFiles({ 'own.meter': catalogue, 'plan.meter': text }, { catalogue: false });
  const assessment = reviewed.assessments.find(({ architecture }) => !architecture.design.implicit)!;
  return { assessment, reviewed: { ...reviewed, assessments: [assessment] }, textOf };
}

const told = (assessment: Assessment) =>
  groupQuestions([assessment]).map((group) => `${group.severity} ${group.kind} ${aboutWords(group)}: ${questionText(group)}`);

const plan = `design plan { profile plain }
component a is box
component b is box { control seal planned for 2027-01-01 }
component c is box { control seal evidence "Deed 4" control drill by notary }
component d is box { control lock by padlock control seal by notary control drill evidence "Minutes 12" }
component w is well
`;

describe('questions to people', () => {
  it('are what the catalogue asks of what is open and what nobody stated, each once with all its elements, the worst first', async () => {
    const { assessment } = await reviewed(plan);
    // Of w nothing is known to be false: its facts are asked, and with them what no mechanism of the catalogue brings about.
    assert.deepEqual(told(assessment), [
      'critical control drill of a, b and c: When was it last tried?',
      'high control seal of a: Who sealed it, and when?',
      'low control moat of w: What brings moat about here?',
      'low fact depth of w: How deep is it?',
      "low fact width of w: What is its 'width'?",
    ]);
    assert.equal(questionCount(groupQuestions([assessment])), '5 questions that only people can answer');
  });

  it('name the findings that wait for the answer', async () => {
    const { assessment } = await reviewed(plan);
    const drill = questionsOf(assessment).filter(({ about }) => about === 'drill');
    assert.deepEqual(
      drill.map(({ element, findings }) => [element, findings]),
      [
        ['a', ['plan/tried/a']],
        ['b', ['plan/tried/b']],
        ['c', ['plan/tried/c']],
      ],
    );
  });

  it('name five elements and say how many more there are', async () => {
    const boxes = Array.from('efghijk').map((name) => `component ${name} is box { control lock by padlock control drill evidence "x" }\n`);
    const { assessment } = await reviewed(`design plan { profile plain }\n${boxes.join('')}`);
    assert.deepEqual(told(assessment), ['high control seal of e, f, g, h, i and 2 more: Who sealed it, and when?']);
  });

  it('are none where what the design says is not what is needed', async () => {
    const text = 'design plan { profile plain }\ncomponent w is well { depth = 1 width = 2 control moat evidence "Dug" }\n';
    const { assessment } = await reviewed(text);
    assert.deepEqual(
      assessment.findings.map(({ id }) => id),
      ['plan/wet/w'],
    );
    assert.deepEqual(told(assessment), []);
  });

  it('are answered with a plan first, then with mechanisms by name, and with none of them unasked', async () => {
    const {
      assessment,
      reviewed: { sources },
    } = await reviewed('design plan { profile plain }\ncomponent a is box { control lock by padlock control drill evidence "x" }\n');
    const [finding] = assessment.findings;
    const fixes = fixesFor(finding!, assessment, sources).filter(({ kind }) => kind !== 'accept' && kind !== 'exclude');
    assert.deepEqual(
      fixes.map((fix) => [fixTitle(fix, assessment.architecture.catalogue), fix.kind, fix.preferred]),
      [
        ['Plan seal on a for 2027-05-31', 'plan', false],
        ['Add seal with Notary', 'mechanism', false],
      ],
    );
  });

  it('are planned in the place of a statement that does not count', async () => {
    const bodies = {
      'control seal evidence " "': 'control seal planned for 2027-05-31',
      'control seal by notary evidence ""': 'control seal by notary planned for 2027-05-31',
      'control seal planned for 2026-11-23 evidence "a \\"b\\""': 'control seal planned for 2027-05-31 evidence "a \\"b\\""',
    };
    for (const [body, after] of Object.entries(bodies)) {
      const text = (inner: string) =>
        `design plan { profile plain control drill evidence "x" }\ncomponent a is box { control lock by padlock ${inner} }\n`;
      const {
        assessment,
        reviewed: { sources },
      } = await reviewed(text(body));
      const fixes = fixesFor(assessment.findings[0]!, assessment, sources);
      assert.equal(
        applied(
          text(body),
          fixes.find(({ kind }) => kind === 'plan')!,
        ),
        text(after),
      );
    }
    const long = 'design plan { profile plain control drill evidence "x" }\ncomponent a is box { control lock by padlock note "x" }\n';
    const {
      assessment,
      reviewed: { sources },
    } = await reviewed(long);
    const plan = fixesFor(assessment.findings[0]!, assessment, sources).find(({ kind }) => kind === 'plan')!;
    // A body of more than two items has a line for each.
    const items = ['control lock by padlock', 'note "x"', 'control seal planned for 2027-05-31'];
    assert.equal(applied(long, plan), long.replace(/\{ control lock.*\}\n/, `{\n${items.map((item) => `    ${item}\n`).join('')}}\n`));
  });
});

describe('what the review believes', () => {
  it('is told where blank evidence stands instead', async () => {
    const { assessment } = await reviewed(
      'design plan { profile plain control drill evidence "x" }\ncomponent a is box { control lock by padlock control seal evidence "" }\n',
    );
    assert.equal(
      findingMessage(assessment.findings[0]!, assessment),
      "Safe: seal missing on box 'a'.\nHigh, missing.\nThe evidence of 'seal' is blank, so that it does not count.",
    );
  });

  it('is counted where a met requirement has a control through a statement alone, with evidence or without', async () => {
    const { assessment } = await reviewed(`design plan { profile plain control drill }
component a is box { control lock by padlock control seal by notary }
component b is box { control lock by padlock control seal evidence "Deed 4" }
component c is box { control lock control lock by padlock control seal by notary }
`);
    // Three drills of the design, and the seal of b; the lock of c has its mechanism besides.
    assert.equal(statedWords(assessment), '4 of 6 met rest on a statement alone');
  });
});

describe('reports', () => {
  it('tell each question and how much rests on statements: text, JSON, HTML, Markdown and the workbook', async () => {
    const { reviewed: input, textOf } = await reviewed(plan);
    const context = { ...reportContext, textOf };
    const text = toText(input, { toPath: (uri) => uri, linesOf: () => undefined, verbose: false, paint: (words) => words });
    assert.match(text, /\n {2}1 of 2 met rests on a statement alone\n {2}5 questions that only people can answer\n/);
    const json = JSON.parse(String(formatNamed('json')!.write(input, context))) as {
      designs: { questions: Record<string, unknown>[]; metByStatement: number; states: { byStatement?: boolean; element: string }[] }[];
    };
    assert.deepEqual(json.designs[0]!.questions[1], {
      kind: 'control',
      about: 'seal',
      question: 'Who sealed it, and when?',
      elements: ['a'],
      severity: 'high',
      findings: ['plan/safe/a'],
    });
    assert.equal(json.designs[0]!.metByStatement, 1);
    assert.deepEqual(
      json.designs[0]!.states.filter(({ byStatement }) => byStatement).map(({ element }) => element),
      ['d'],
    );
    const markdown = String(formatNamed('markdown')!.write(input, context));
    assert.match(
      markdown,
      /## Questions\n\n- When was it last tried\? \(drill of a, b and c\)\n- Who sealed it, and when\? \(seal of a\)\n/,
    );
    const html = String(formatNamed('html')!.write(input, context));
    const book = unzipSync(formatNamed('xlsx')!.write(input, context) as Uint8Array);
    const sheets = Object.values(book)
      .map((file) => strFromU8(file))
      .join('');
    for (const report of [html, sheets]) {
      const shown = report.replaceAll(/&#39;|&apos;/g, "'");
      for (const group of groupQuestions(input.assessments)) assert.ok(shown.includes(questionText(group)), group.about);
    }
    assert.match(html, /1 of 2 met rests on a statement alone\. 5 questions that only people can answer:/);
  });
});
