import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NewDesignStep } from '../../server/protocol.js';
import { TestClient } from '../support/client.js';

type Question = Extract<NewDesignStep, { kind: 'question' }>;

describe('a new design, asked for over stdio', () => {
  let folder: string;
  let client: TestClient;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'meterlint-new-'));
    client = new TestClient(folder);
    await client.start();
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const step = (answers: Record<string, readonly string[]>) => client.request<NewDesignStep>('meterlint/newDesign', { answers });
  /** Answers every question, by default as proposed; tells what was asked. */
  const answered = async (mine: Record<string, readonly string[]>) => {
    const answers: Record<string, readonly string[]> = {};
    const asked: Question[] = [];
    for (;;) {
      const next = await step(answers);
      if (next.kind === 'text') return { asked, ...next };
      asked.push(next);
      answers[next.id] = mine[next.id] ?? next.defaults;
    }
  };

  it('asks step by step and ends with the text and what to change first', async () => {
    const { asked, text, select } = await answered({});
    assert.deepEqual(
      asked.map(({ step: at, steps, id, many }) => `${at}/${steps} ${id}${many ? ' many' : ''}`),
      [
        '1/9 topology',
        '2/9 country',
        '3/9 last-mile',
        '4/9 application',
        '5/9 wide-area',
        '6/9 transport',
        '7/9 services many',
        '8/9 meters',
        '9/9 name',
      ],
    );
    assert.equal(text.slice(select.offset, select.offset + select.length), 'new-design');
    assert.match(text, /^flow reading "Scheduled reading" is scheduled-reading: meter -> concentrator -> hes -> mdms$/m);
  });

  it('asks more where a service needs it, and takes an answer back by asking again', async () => {
    const { asked } = await answered({ topology: ['gateway'], services: ['load-control', 'third-party-disclosure'] });
    assert.deepEqual(
      asked.slice(-4).map(({ step: at, steps, id }) => `${at}/${steps} ${id}`),
      ['9/12 home', '10/12 third-party', '11/12 meters', '12/12 name'],
    );
    const again = (await step({ topology: ['gateway'], commodity: ['gas'], country: ['germany'] })) as Question;
    assert.equal(again.id, 'last-mile');
    assert.ok(again.choices.some(({ id }) => id === 'wmbus-profile-c'));
  });

  it('shows findings and no mistakes as soon as the text is open', async () => {
    const { text } = await answered({});
    const uri = 'untitled:Untitled-1';
    await client.open('', text, uri);
    const found = await client.until('findings', uri, (diagnostics) => diagnostics.length > 0);
    const requirements = new Set(found.map(({ code }) => code));
    assert.ok(requirements.has('comm-integrity'));
    assert.deepEqual(
      found.filter(({ severity, codeDescription }) => severity! <= 2 && codeDescription === undefined),
      [],
    );
  });
});
