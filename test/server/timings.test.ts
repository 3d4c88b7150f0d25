import assert from 'node:assert/strict';
import { DocumentState } from 'langium';
import { shownPage } from '../../server/pages.js';
import { timingsName } from '../../server/protocol/pages.js';
import { ReviewSteps, stepNames, type Spent } from '../../server/steps.js';
import { timingsPage } from '../../server/timings.js';
import { Session } from './in-process.js';

describe('what the last review took', () => {
  it('is told step by step once it has ended, each with all of its parts, and what was sent after it', () => {
    const now = { processor: 100, clock: 1000 };
    const passes = (processor: number, clock: number): void => {
      now.processor += processor;
      now.clock += clock;
    };
    const steps = new ReviewSteps((): Spent => ({ ...now }));
    passes(1, 2);
    steps.begin();
    passes(3, 5);
    steps.reached('read');
    passes(4, 4);
    steps.reached('link');
    for (const took of [10, 20]) steps.of('review', () => (passes(took, took + 1), took));
    assert.deepEqual(steps.last(), []);
    steps.end();
    const told = [
      ['read', { processor: 3, clock: 5 }],
      ['link', { processor: 4, clock: 4 }],
      ['review', { processor: 30, clock: 32 }],
    ];
    assert.deepEqual(steps.last(), told);
    assert.equal(
      steps.of('send', () => 'sent'),
      'sent',
    );
    assert.deepEqual(steps.last(), [...told, ['send', { processor: 0, clock: 0 }]]);
    // An edit that has come and is not reviewed yet.
    steps.begin();
    steps.of('designs', () => {
      passes(1, 1);
    });
    assert.deepEqual(
      steps.last().map(([name]) => name),
      ['read', 'link', 'review', 'send'],
    );
  });

  it('has a page of its own, which tells of the steps of an edit and of the pairs that it evaluated', async () => {
    const text = 'design d "Town" { profile x1332-core }\nzone street is public-place\ncomponent meter is smart-meter in street\n';
    const session = await Session.with({ 'd.meter': text });
    try {
      const { Current, Steps: own } = session.shared.server;
      const page = () => timingsPage(own, Current.get());
      const settled = async (): Promise<void> => {
        await session.shared.workspace.DocumentBuilder.waitUntil(DocumentState.Validated);
        await session.request('textDocument/foldingRange', { textDocument: { uri: session.uri('d.meter') } });
      };
      await session.open('d.meter');
      await settled();
      const [first] = /\d+ pairs? evaluated/.exec(page().body)!;
      await session.change('d.meter', text.replace('in street', 'in street { count = 2 }'));
      await settled();
      const { title, body } = page();
      assert.equal(title, 'Last review');
      const lines = [...body.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line!);
      const names = lines.map((line) => line.split(':')[0]);
      assert.deepEqual(names, [...stepNames, 'all']);
      for (const line of lines) assert.match(line, /^\w+: \d+ ms of the processor, \d+ ms by the clock/);
      const [, findings, pairs] = /<p>d: 2 elements, (\d+) findings, (\d+) pairs? evaluated for it<\/p>/.exec(body) ?? [];
      const [assessment] = Current.get().assessments;
      assert.equal(Number(findings), assessment!.findings.length);
      // Those of the meter alone, and not those of its zone that do not ask for it.
      assert.ok(Number(pairs) > 0 && Number(pairs) < Number(first.split(' ')[0]), `${pairs} of ${first}`);
      assert.equal(shownPage(timingsName, Current.get()), null, 'a name of the catalogue');
    } finally {
      session.stop();
    }
  });
});
