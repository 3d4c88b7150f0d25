import assert from 'node:assert/strict';
import { byNotice, byWeight } from '../../review/index.js';
import { exampleFiles, referenceDesigns, reviewOf } from '../support/reviewed.js';

const rules = [
  'define control lock on component, link, flow, zone, data, design',
  'define mechanism tape { weak lock because "it peels" }',
  'define component box',
  'define component crate is box { count = 40 }',
  'define data record',
  'define requirement bad { severity critical applies to component where is box and count >= 5 needs lock because "b" }',
  `define requirement each { severity high ${['component', 'link', 'flow', 'zone', 'data'].map((place) => `applies to ${place} needs lock`).join(' ')} because "b" }`,
  'define requirement some { severity low applies to component needs lock because "b" }',
  'define profile p { includes bad, each, some }',
].join('\n');

async function idsOf(design: string, profile = 'p'): Promise<string[]> {
  const { assessments } = await reviewOf({ 'rules.meter': rules, 'a.meter': `design d { profile ${profile} control lock }\n${design}\n` });
  const { findings } = assessments.find(({ architecture }) => architecture.design.name === 'd')!;
  return findings.map(({ requirement, element, devices }) => `${requirement} ${element} ${devices}`);
}

describe('the order of findings', () => {
  it('is severity, then what is drawn and wrong, then how many it concerns, then place; what is planned comes last', async () => {
    const design = [
      'component first is box { control lock planned }',
      'component few is box { count = 5 }',
      'component weak is box { count = 5 uses tape }',
      'component many is box { count = 700 }',
      'component one is box',
      'component two is box',
    ];
    assert.deepEqual(await idsOf(design.join('\n')), [
      'bad weak 5',
      'bad many 700',
      'bad few 5',
      'each weak 5',
      'each many 700',
      'each few 5',
      'each one 1',
      'each two 1',
      'some weak 5',
      'some many 700',
      'some few 5',
      'some one 1',
      'some two 1',
      // Nobody says how many these are, so that it cannot be judged.
      'bad first 1',
      'bad one 1',
      'bad two 1',
      'each first 1',
      'some first 1',
    ]);
  });

  it('takes the number from the ends of links and flows, from what is inside a zone, from holders of data, from kinds', async () => {
    const design = [
      'zone out',
      'zone yard in out',
      'component a is box in yard { count = 300 stores r control lock }',
      'component b is box in out { count = 20 control lock }',
      'component c in out { control lock stores r }',
      'component k is crate { control lock }',
      'data r is record',
      'link near: b -> c',
      'link far: a -> b',
      'link kind: k -> c',
      'flow up: a -> b -> c',
    ];
    const found = await idsOf(design.join('\n'));
    assert.deepEqual(found, [
      // 300 + 20 + 1 inside the outer zone, its inner one among them.
      'each out 321',
      'each r 301',
      'each yard 300',
      'each far 300',
      'each up 300',
      'each kind 40',
      'each near 20',
    ]);
  });

  it('takes layers that are named for an answer: what they do not bring is left out, where there are none nobody wrote it', async () => {
    const own = [
      'define control seal on link, flow { protects message }',
      'define control lamp on link, flow { protects act }',
      'define mechanism wire on link',
      'define component box',
      'define requirement sealed { severity high applies to link needs seal applies to flow needs seal because "b" }',
      'define requirement lit { severity high applies to link needs lamp because "b" }',
      'define profile p { includes sealed, lit }',
    ];
    const design = [
      'design d { profile p }',
      'component a is box',
      'component b is box',
      'component c is box',
      'link bare: a -> b',
      'link wired: b -> c over wire',
      'flow both: a -> b -> c',
      'flow last: b -> c',
    ];
    const { assessments } = await reviewOf({ 'own.meter': own.join('\n'), 'd.meter': design.join('\n') });
    const { findings } = assessments.find(({ architecture }) => architecture.design.name === 'd')!;
    assert.deepEqual(
      findings.map(({ requirement, element, drawn }) => `${requirement} ${element} ${drawn}`),
      ['sealed wired left out', 'sealed last left out', 'lit bare silent', 'sealed bare silent', 'lit wired silent', 'sealed both silent'],
    );
  });

  it('holds of every example and reference architecture', async () => {
    for (const files of [exampleFiles(), ...referenceDesigns().values()]) {
      for (const { findings } of (await reviewOf(files)).assessments) {
        for (const [at, finding] of findings.entries()) if (at > 0) assert.ok(byWeight(findings[at - 1]!, finding) <= 0, finding.id);
      }
    }
  });
});

describe('the order of a first screen', () => {
  const own = [
    'define control lock on component, link { protects message }',
    'define mechanism tape on component, link { weak lock because "it peels" }',
    'define mechanism wire on link',
    'define component box',
    'define component stranger is box',
    'define requirement near { severity high applies to component where is stranger as "lets a stranger in" needs not is stranger because "b" }',
    'define requirement small { severity high applies to component where count set needs count <= 5 because "b" }',
    'define requirement shut { severity high applies to component needs lock because "b" }',
    'define requirement burning { severity critical applies to component needs lock because "b" }',
    'define requirement sealed { severity medium applies to link needs lock because "b" }',
    'define requirement trifle { severity low applies to component where is stranger needs not is stranger because "b" }',
    'define requirement hint { severity info applies to component where is stranger needs not is stranger because "b" }',
    'define profile all { includes near, small, shut, burning, sealed, trifle, hint }',
    'define profile mere { includes near, small, shut, sealed, trifle, hint }',
  ].join('\n');

  async function noticed(profile: string, ...lines: string[]): Promise<string[]> {
    const files = { 'own.meter': own, 'd.meter': [`design d { profile ${profile} }`, ...lines].join('\n') };
    const { findings } = (await reviewOf(files)).assessments.find(({ architecture }) => architecture.design.name === 'd')!;
    return [...findings].sort(byNotice).map(({ requirement, element }) => `${requirement} ${element}`);
  }

  it('is what is drawn and wrong, what is left out, what nobody wrote, and last what is low or for information', async () => {
    const found = await noticed(
      'mere',
      'component a is stranger { control lock }',
      'component b is box',
      'link bare: a -> b',
      'link wired: a -> b over wire',
    );
    assert.deepEqual(found, ['near a', 'sealed wired', 'shut b', 'sealed bare', 'trifle a', 'hint a']);
  });

  it('goes by severity among what shows alike, and not before it', async () => {
    const found = await noticed('all', 'component a is box { uses tape }', 'component b is box');
    assert.deepEqual(found, ['burning a', 'shut a', 'burning b', 'shut b']);
  });

  it('then tells the relation, then the value, then the weak protection, then what concerns more', async () => {
    const found = await noticed(
      'mere',
      'component weak is box { count = 3 uses tape }',
      'component weaker is box { count = 4 uses tape }',
      'component large is box { count = 9 control lock }',
      'component person is stranger { control lock }',
    );
    assert.deepEqual(found, ['near person', 'small large', 'shut weaker', 'shut weak', 'trifle person', 'hint person']);
  });

  it('tells what is planned or cannot be judged behind everything that is open', async () => {
    const found = await noticed('mere', 'component later is box { control lock planned }', 'component a is stranger { control lock }');
    assert.deepEqual(found, ['near a', 'trifle a', 'hint a', 'shut later']);
  });
});
