import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { conditionWords } from '../../language/semantics/index.js';
import { findingDetail, findingHeadline, mostLineCharacters, openSentence } from '../../report/message.js';
import { stateReason } from '../../report/reasons.js';
import { controlWords } from '../../report/words.js';
import { leavesOf, review, type Assessment, type Finding } from '../../review/index.js';
import { architecture } from '../review/generate/design.js';
import { today } from '../review/generate/names.js';
import { exampleFiles, referenceDesigns, reviewOf } from '../support/reviewed.js';
import { root } from '../support/workspace.js';

/** Failure scenarios by file: each is a design of its own. */
function scenarios(): Record<string, string> {
  const folder = path.join(root, 'test/accuracy/nescor');
  const files = readdirSync(folder).filter((file) => file.endsWith('.meter'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** What is wrong with how a finding is told; empty where nothing is. */
function complaints(finding: Finding, assessment: Assessment): string[] {
  const headline = findingHeadline(finding, assessment);
  const all = [headline, openSentence(finding, assessment), ...findingDetail(finding, assessment)].join('\n');
  const leaves = leavesOf(finding.gaps);
  const [only, ...others] = leaves;
  const rules = leaves.flatMap((leaf) => (leaf.kind === 'condition' ? [conditionWords(leaf.condition)] : []));
  const found: [boolean, string][] = [
    [headline.length > mostLineCharacters, `${headline.length} characters`],
    [headline.includes('\n'), 'several lines'],
    [!headline.includes(`'${finding.element}'`), 'does not name the element'],
    [
      only?.kind === 'control' && others.length === 0 && !headline.includes(controlWords(only.control)) && finding.state !== 'unknown',
      'does not name the control',
    ],
    [rules.some((rule) => all.includes(`"${rule}"`)), 'shows a rule'],
    [/"[^"]*" (holds|is not true)/.test(all), 'quotes a rule'],
    [/undefined|\[object|NaN|Infinity|\.\.|: {2}| {2}/.test(headline), 'holds what nobody wrote'],
    [/\bundefined\b|\[object/.test(all), 'holds what nobody wrote behind the headline'],
  ];
  return found.flatMap(([wrong, words]) => (wrong ? [`${finding.id}: ${words}: ${headline}`] : []));
}

function complaintsOf(assessments: readonly Assessment[]): { readonly told: number; readonly wrong: string[] } {
  const all = assessments.flatMap((assessment) => assessment.findings.map((finding) => ({ finding, assessment })));
  return { told: all.length, wrong: all.flatMap(({ finding, assessment }) => complaints(finding, assessment)) };
}

describe('the message of a finding', () => {
  it('fits on a line and names element and control, on all examples, reference architectures and failure scenarios', async () => {
    let told = 0;
    for (const files of [exampleFiles(), ...referenceDesigns().values(), scenarios()]) {
      const { assessments } = await reviewOf(files);
      const found = complaintsOf(assessments);
      assert.deepEqual(found.wrong, []);
      told += found.told;
    }
    assert.ok(told > 1000, `${told} findings`);
  });

  it('does so on designs and requirements that nobody drew', () => {
    let told = 0;
    const designs = fc.sample(architecture, { seed: 20_270_315, numRuns: 400 });
    for (const design of designs) {
      const assessment = review(design, today);
      const found = complaintsOf([assessment]);
      assert.deepEqual(found.wrong, []);
      for (const result of assessment.results) assert.doesNotMatch(stateReason(result, assessment), /undefined|\[object/);
      told += found.told;
    }
    assert.ok(told > 400, `${told} findings`);
  });

  const rules = [
    'define control lock-of-the-first-and-the-second-door on component, link, flow',
    'define control guard on component, link, flow',
    'define control watch on component',
    'define control lamp on component',
    'define control fence on component',
    'define mechanism tape { weak guard because "it peels" }',
    'define component box',
    'define zone yard',
    'define attribute colour on component : red | green',
    'define attribute size on component : integer',
  ];
  const sentences: readonly (readonly [name: string, needs: string, design: string, sentence: string])[] = [
    ['one control', 'guard', 'component a is box', "Guard missing on box 'a'"],
    ['several', 'guard and watch', 'component a is box', "Guard and watch missing on box 'a'"],
    ['alternatives', 'guard or watch', 'component a is box', "Guard or watch missing on box 'a'"],
    ['a weak mechanism', 'guard', 'component a is box { uses tape }', "tape too weak for guard on box 'a'"],
    [
      'a weak one beside silence',
      'guard and watch',
      'component a is box { uses tape }',
      "tape too weak for guard, and watch missing on box 'a'",
    ],
    ['a plan', 'guard', 'component a is box { control guard planned for 2027-06-30 }', "Guard only planned for 2027-06-30 on box 'a'"],
    ['a plan without a day', 'guard', 'component a is box { control guard planned }', "Guard only planned, without a date, on box 'a'"],
    ['a wrong value', 'colour = green', 'component a is box { colour = red }', "Box 'a' has colour red, not green"],
    [
      'a wrong value beside silence',
      'colour = green and guard',
      'component a is box { colour = red }',
      "Box 'a' has colour red, not green; guard missing",
    ],
    ['a value that is too small', 'size >= 3', 'component a is box { size = 2 }', "Box 'a' has size 2, not at least 3"],
    [
      'a value that nobody wrote',
      'size >= 3 and guard',
      'component a is box',
      "Guard missing, and size (at least 3) not stated on box 'a'",
    ],
    ['a fact that nobody wrote', 'colour set', 'component a is box', "Colour not stated on box 'a'"],
    ['the zone', 'in yard', 'component a is box in z\nzone z', "Box 'a' is in no yard"],
    ['what must not be', 'not stores d-class', 'component a is box { stores log }\ndata log is d-class', "Box 'a' stores d class"],
    [
      'another place',
      'guard on every neighbour',
      'component a is box\ncomponent b\nlink l: a -> b',
      "Guard missing on component 'b', for box 'a'",
    ],
  ];
  for (const [name, needs, design, sentence] of sentences) {
    it(`says ${name}`, async () => {
      const own = [
        ...rules,
        'define data d-class',
        `define requirement r "Boxes are safe" { severity high applies to component where is box needs ${needs} because "b" }`,
        'define profile p { includes r }',
      ];
      const { assessments } = await reviewOf({ 'own.meter': own.join('\n'), 'a.meter': `design d { profile p }\n${design}\n` });
      const assessment = assessments.find(({ architecture: { design: one } }) => one.name === 'd')!;
      assert.deepEqual(
        assessment.findings.map((finding) => openSentence(finding, assessment)),
        [sentence],
      );
      const [finding] = assessment.findings;
      const headline = `Boxes are safe: ${sentence.startsWith('tape') ? '' : sentence[0]!.toLowerCase()}${sentence.slice(sentence.startsWith('tape') ? 0 : 1)}`;
      assert.equal(findingHeadline(finding!, assessment), headline);
    });
  }

  const situated: readonly (readonly [name: string, rule: string, design: string, most: number, sentence: string])[] = [
    [
      'what is wrong and what would cure it',
      'as "stands open" needs guard or watch',
      '',
      Infinity,
      "Box 'a' stands open; guard or watch missing",
    ],
    [
      'one cure and how many others, where there is little room',
      'as "stands open" needs guard or watch or lamp',
      '',
      1,
      "Box 'a' stands open; guard or 2 others missing",
    ],
    ['what is wrong alone, where there is none', 'as "stands open" needs guard or watch or lamp', '', 0, "Box 'a' stands open"],
    [
      'who makes it so',
      'as "stands beside what may burn" needs no component in same zone is store',
      'component s is store in z\ncomponent t is store in z',
      Infinity,
      "Box 'a' stands beside what may burn ('s' and 't')",
    ],
    [
      'the value that was found',
      'as "is no green box" needs colour = green',
      '',
      Infinity,
      "Box 'a' is no green box and has colour red, not green",
    ],
    ['what can be added, and not what would do on another element', 'needs guard or not in yard', '', Infinity, "Guard missing on box 'a'"],
    ['a fact that decides', 'needs guard where size >= 3', '', Infinity, "Box 'a' cannot be judged without size"],
  ];
  for (const [name, rule, more, most, sentence] of situated) {
    it(`tells ${name}`, async () => {
      const own = [
        ...rules,
        'define component store',
        `define requirement r "Boxes are safe" { severity high applies to component where is box ${rule} because "b" }`,
        'define profile p { includes r }',
      ];
      const design = `design d { profile p }\nzone z is yard\ncomponent a is box in z { colour = red }\n${more}\n`;
      const { assessments } = await reviewOf({ 'own.meter': own.join('\n'), 'a.meter': design });
      const assessment = assessments.find(({ architecture: { design: one } }) => one.name === 'd')!;
      assert.deepEqual(
        assessment.findings.map((finding) => openSentence(finding, assessment, most)),
        [sentence],
      );
    });
  }

  it('is cut after whole names, and says how many are left', async () => {
    const own = [
      ...rules,
      `define requirement r "${'A title of some length, '.repeat(2)}and its end" { severity high applies to component where is box needs lock-of-the-first-and-the-second-door and guard and watch and lamp and fence because "b" }`,
      'define profile p { includes r }',
    ];
    const { assessments } = await reviewOf({ 'own.meter': own.join('\n'), 'a.meter': 'design d { profile p }\ncomponent a is box\n' });
    const [assessment] = assessments;
    assert.equal(
      findingHeadline(assessment!.findings[0]!, assessment!),
      "A title of some length, A title of some …: lock of the first and the second door, guard and 3 more missing on box 'a'",
    );
    assert.equal(
      openSentence(assessment!.findings[0]!, assessment!),
      "Lock of the first and the second door, guard, watch, lamp and fence missing on box 'a'",
    );
  });
});
