import assert from 'node:assert/strict';
import { URI } from 'langium';
import { DecisionFiles } from '../../language/names/decision-files.js';
import { decisionProblems } from '../../report/decisions.js';
import { decisionRegister } from '../../summary/register.js';
import { createWorkspace, spoken } from '../support/workspace.js';

const files = {
  'meter.meter': [
    'import "decisions/risk.meter"',
    'design one {}',
    'zone street is neighbourhood-network',
    'component box is smart-meter in street',
    'accept key-unique on box because "I say so"',
    'exclude key-unique, log-events on box',
  ].join('\n'),
  'decisions/risk.meter': 'accept fw-signed on box because "the board decided"\n',
};

async function told(from: readonly string[]) {
  const workspace = await createWorkspace(files);
  const snapshot = await workspace.snapshot.with({ decisions: [{ folder: URI.parse('file:///ws'), from }] });
  const { assessments } = snapshot;
  const mistakes = Object.keys(files).flatMap((file) =>
    snapshot
      .mistakes(workspace.uri(file).toString())
      .filter(({ code }) => code === 'decision-outside')
      .map(spoken)
      .map(
        ({ range, severity, message }) => `${file}:${range.startLine + 1}:${range.startColumn}-${range.endColumn} ${severity} ${message}`,
      ),
  );
  return {
    mistakes,
    idle: decisionProblems(assessments, snapshot.sources).map(({ code, range }) => `${code} ${range.startLine + 1}`),
    states: assessments
      .flatMap(({ results }) =>
        results
          .filter(({ requirement, element }) => element === 'box' && ['fw-signed', 'key-unique', 'log-events'].includes(requirement))
          .map(({ requirement, state }) => `${requirement} ${state}`),
      )
      .sort(),
    register: decisionRegister(assessments).map(({ requirement, verb, standing }) => `${verb} ${requirement} ${standing}`),
  };
}

describe('the files that may hold decisions', () => {
  it('are all where nothing is said', async () => {
    assert.deepEqual(await told([]), {
      mistakes: [],
      idle: ['decision-without-effect 5'],
      states: ['fw-signed accepted', 'key-unique excluded', 'log-events excluded'],
      register: [
        'accept key-unique without effect',
        'exclude key-unique in force',
        'exclude log-events in force',
        'accept fw-signed in force',
      ],
    });
  });

  it('are those that a pattern names: elsewhere a decision is an error and has no effect', async () => {
    const rest =
      "has no effect: in this project decisions count in 'decisions/**' or 'x.meter' only. Let those who may decide write it there, or remove it.";
    assert.deepEqual(await told(['decisions/**', 'x.meter']), {
      mistakes: [`meter.meter:5:0-43 error This accept ${rest}`, `meter.meter:6:0-37 error This exclude ${rest}`],
      idle: [],
      states: ['fw-signed accepted', 'key-unique missing', 'log-events missing'],
      register: ['accept key-unique refused', 'exclude key-unique refused', 'exclude log-events refused', 'accept fw-signed in force'],
    });
  });

  it('are told from the folder that holds the file, the inner one of two', () => {
    const rule = new DecisionFiles();
    const refused = (file: string) => rule.refusedBy(URI.parse(file));
    assert.equal(refused('file:///ws/a.meter'), undefined);
    rule.set([
      { folder: URI.parse('file:///ws'), from: ['decisions'] },
      { folder: URI.parse('file:///ws/inner'), from: ['own/**', 'decisions'] },
      { folder: URI.parse('file:///free'), from: [] },
    ]);
    assert.equal(refused('file:///ws/decisions/a.meter'), undefined);
    assert.deepEqual(refused('file:///ws/a.meter'), ['decisions']);
    assert.deepEqual(refused('file:///ws/inner/a.meter'), ['own/**', 'decisions']);
    assert.equal(refused('file:///ws/inner/own/a.meter'), undefined);
    assert.equal(refused('file:///free/a.meter'), undefined);
    // Outside of all folders, and with another scheme: no way around.
    assert.deepEqual(refused('file:///decisions/a.meter'), ['decisions', 'own/**']);
    assert.deepEqual(refused('untitled:decisions/a.meter'), ['decisions', 'own/**']);
    assert.deepEqual(refused('file:///ws2/decisions/a.meter'), ['decisions', 'own/**']);
  });

  it('are found under names with spaces, percent signs and other scripts', () => {
    const rule = new DecisionFiles();
    rule.set([{ folder: URI.file('/w s/電 100%'), from: ['Ent scheide/**'] }]);
    assert.equal(rule.refusedBy(URI.file('/w s/電 100%/Ent scheide/ü%20.meter')), undefined);
    assert.deepEqual(rule.refusedBy(URI.file('/w s/電 100%/x.meter')), ['Ent scheide/**']);
  });
});

describe('a file of decisions only', () => {
  it('may import the design that imports it', async () => {
    const text =
      'import "decisions/risk.meter"\ndesign one {}\nzone street is neighbourhood-network\ncomponent box is smart-meter in street\n';
    const workspace = await createWorkspace({
      'one.meter': text,
      'decisions/risk.meter': 'import "../one.meter"\naccept fw-signed on box because "x"\n',
      'two.meter': text.replace('decisions/risk', 'three').replace('one', 'two'),
      'three.meter': 'import "two.meter"\nzone other is back-office\n',
    });
    const codes = (file: string) => workspace.mistakes(file).map(({ code }) => code);
    for (const file of ['one.meter', 'decisions/risk.meter']) {
      assert.ok(!codes(file).includes('import-cycle') && !codes(file).includes('unknown-name'), file);
    }
    for (const file of ['two.meter', 'three.meter']) assert.ok(codes(file).includes('import-cycle'), file);
    assert.deepEqual(
      workspace.shared.meter.Designs.all().map(({ design, decisions }) => `${design.name} ${decisions.length}`),
      ['one 1', 'two 0'],
    );
  });
});
