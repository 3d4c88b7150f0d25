import assert from 'node:assert/strict';
import { findingDetail, openSentence } from '../../report/message.js';
import { reasonWords, stateReason } from '../../report/reasons.js';
import { review, type Assessment, type Result } from '../../review/index.js';
import { whyHere } from '../../report/why.js';
import { reviewOf } from '../support/reviewed.js';
import { createWorkspace } from '../support/workspace.js';

/** Two zones and three parties: the words of a border say which of them a rule asks for. */
const design = [
  'define component box',
  'define component external-party',
  'define zone yard',
  'define data reading',
  'define mechanism wire on link',
  'define attribute party on zone, component : utility | partner | customer',
  'define attribute port on component : text default none',
  'define attribute size on component : integer',
  'define control guard on component, link, flow',
  'design d { profile p }',
  'zone field is yard',
  'zone core is yard',
  'zone shop is yard',
  'component a is box in field { party = customer port = "a = b" stores log }',
  'component b is box in core { party = utility }',
  'component c is box in shop { party = partner }',
  'component vendor is external-party',
  'component e is box in core run by vendor',
  'component f is box in field { party = customer }',
  'data log is reading',
  'link ab: a -> b over wire carries log',
  'link bc: b -> c',
  'link be: b -> e',
  'link af: a -> f',
];

async function reviewed(place: string, where: string): Promise<Assessment> {
  const rules = [
    `define requirement r "R" { severity low applies to ${place} where ${where} needs guard on ${place} because "b" }`,
    'define profile p { includes r }',
  ];
  const workspace = await createWorkspace({ 'a.meter': [...rules, ...design].join('\n') }, { catalogue: false });
  return review(workspace.shared.meter.Designs.all()[0]!, '2026-11-24');
}

function resultOn(element: string, { results }: Assessment): Result {
  return results.find((result) => result.element === element)!;
}

describe('the facts that a rule looked at', () => {
  const applied: readonly (readonly [where: string, element: string, table: string, because: string])[] = [
    ['crosses zone', 'link ab', 'crosses zone (crosses from field to core)', 'it crosses from field to core'],
    ['crosses party', 'link ab', 'crosses party (crosses from the customer to the utility)', 'it crosses from the customer to the utility'],
    ['crosses party', 'link bc', 'crosses party (crosses from the utility to a partner)', 'it crosses from the utility to a partner'],
    ['crosses party', 'link be', 'crosses party (crosses from the utility to vendor)', 'it crosses from the utility to vendor'],
    ['carries reading', 'link ab', 'carries reading (carries log)', 'it carries log (reading)'],
    ['stores reading', 'component a', 'stores reading (stores log)', 'it stores log'],
    ['over wire', 'link ab', 'over wire (over wire)', 'it runs over wire'],
    ['party = customer', 'component a', 'party = customer (party = customer)', 'the customer runs it'],
    ['party = partner', 'component c', 'party = partner (party = partner)', 'a partner runs it'],
    ['port != none', 'component a', 'port != none (port = "a = b")', 'its port is "a = b"'],
    ['some link carries reading', 'component a', 'some link carries reading (link ab)', 'link ab carries reading'],
  ];
  for (const [where, element, table, because] of applied) {
    it(`are told where ${where} makes it apply to ${element}`, async () => {
      const [place = '', name = ''] = element.split(' ');
      const assessment = await reviewed(place, where);
      assert.equal(reasonWords(resultOn(name, assessment).reasons), table);
      const finding = assessment.findings.find((one) => one.element === name)!;
      assert.equal(findingDetail(finding, assessment)[1], `Asked for because ${because}.`);
    });
  }

  it('are told as what nobody has said, where only silence or a kind of the product says them', async () => {
    const told = async (where: string, name: string) => {
      const assessment = await reviewed('component', where);
      return [
        reasonWords(resultOn(name, assessment).reasons),
        findingDetail(
          assessment.findings.find((one) => one.element === name)!,
          assessment,
        )[1],
      ];
    };
    assert.deepEqual(await told('port = none', 'b'), [
      'port = none (port = none, not stated)',
      'Asked for because its port is taken as none while nothing says otherwise.',
    ]);
    assert.deepEqual(await told('port != none', 'a'), ['port != none (port = "a = b")', 'Asked for because its port is "a = b".']);
    const text =
      'design d\nzone home is customer-premises\ncomponent m is smart-meter in home { count = 9 LINE }\ncomponent h is head-end\nlink l: m -> h';
    const because = async (line: string) => {
      const { assessments } = await reviewOf({ 'a.meter': text.replace('LINE', line) });
      return whyHere(assessments[0]!.results.find(({ requirement, element }) => requirement === 'phys-local-port' && element === 'm')!);
    };
    assert.deepEqual(await because(''), 'its local port is taken as optical while nothing says otherwise');
    assert.deepEqual(await because('local-port = optical'), 'its local port is optical');
  });

  it('are no value that is found and wrong, where nobody has said it', async () => {
    const rule =
      'define requirement r "R" { severity low applies to component needs port = "x" because "b" }\ndefine profile p { includes r }';
    const workspace = await createWorkspace({ 'a.meter': [rule, ...design].join('\n') }, { catalogue: false });
    const assessment = review(workspace.shared.meter.Designs.all()[0]!, '2026-11-24');
    const sentence = (name: string) =>
      openSentence(
        assessment.findings.find(({ element }) => element === name)!,
        assessment,
      );
    assert.equal(sentence('b'), 'Port ("x") not stated on box \'b\'');
    assert.equal(sentence('a'), 'Box \'a\' has port "a = b", not "x"');
  });

  const spared: readonly (readonly [where: string, element: string, sentence: string])[] = [
    ['port = none', 'component a', 'Not asked: it does not have port none (port "a = b").'],
    ['size set', 'component a', 'Not asked: it does not state size (size is not set).'],
    ['is external-party', 'component a', 'Not asked: it is no external party (a is box).'],
    ['not crosses party', 'link ab', 'Not asked: it crosses the trust boundary of a party (crosses from the customer to the utility).'],
    ['not crosses zone', 'link ab', 'Not asked: it crosses the trust boundary of a zone (crosses from field to core).'],
    ['crosses party', 'link af', 'Not asked: it crosses no trust boundary of a party.'],
  ];
  for (const [where, element, sentence] of spared) {
    it(`are told where ${where} keeps it away from ${element}`, async () => {
      const [place = '', name = ''] = element.split(' ');
      const assessment = await reviewed(place, where);
      assert.equal(stateReason(resultOn(name, assessment), assessment), sentence);
    });
  }
});
