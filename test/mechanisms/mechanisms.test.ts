import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Architecture, Element, Mechanism, Requirement } from '../../language/model/index.js';
import { elementNamed, Evaluator, leavesOf } from '../../review/index.js';
import { createWorkspace, root, syntaxErrors, type Workspace } from '../support/workspace.js';

const reviewDate = '2026-11-24';
const files = designsBelow('test/mechanisms');
const elsewhere = [...designsBelow('test/catalogue'), ...designsBelow('examples')];

/** `// grants MECHANISM: CONTROL on ELEMENT is STATE`, in the comment block that a design begins with. */
const statement = /^\/\/ grants (?<mechanism>\S+): (?<control>\S+) on (?<element>\S+) is (?<state>met|weak|missing)$/;

interface Stated {
  readonly mechanism: string;
  readonly control: string;
  readonly element: string;
  readonly state: string;
}

interface Judged {
  readonly state: string;
  /** The mechanisms that the state rests on, with the reason of those that are weak. */
  readonly by: ReadonlyMap<string, string | undefined>;
}

function designsBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.meter'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();
}

const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

function statedIn(file: string): Stated[] {
  const lines = textOf(file).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  assert.ok(!lines.slice(end).some((line) => line.startsWith('// grants')), 'a statement stands behind the block');
  return lines.slice(0, end).flatMap((line) => {
    if (!line.startsWith('// grants')) return [];
    const { mechanism, control, element, state } = statement.exec(line)?.groups ?? {};
    assert.ok(mechanism !== undefined && control !== undefined && element !== undefined && state !== undefined, `not a statement: ${line}`);
    return [{ mechanism, control, element, state }];
  });
}

function elementsIn({ design, zones, components, data, links, flows }: Architecture): Element[] {
  return [design, ...zones.values(), ...components.values(), ...data.values(), ...links.values(), ...flows.values()];
}

/** What an element names after `over` and `uses`. */
function carriedBy(element: Element): string[] {
  const layers = element.sort === 'link' || element.sort === 'flow' ? element.layers.flatMap(({ stack }) => stack) : [];
  return [...layers, ...element.mechanisms.map(({ mechanism }) => mechanism)];
}

/** What it names after `over`, `uses` and `by`. */
const namedBy = (element: Element) => [...carriedBy(element), ...element.controls.flatMap(({ mechanisms }) => mechanisms)];

/** What a mechanism's own definition says of controls. */
function saidBy({ provides, weaknesses }: Mechanism): ReadonlyMap<string, 'met' | 'weak'> {
  return new Map([
    ...provides.map((control) => [control, 'met'] as const),
    ...weaknesses.flatMap(({ controls }) => controls.map((control) => [control, 'weak'] as const)),
  ]);
}

/** What a requirement that asks the element for the control and for nothing else would report. */
function judge(evaluator: Evaluator, element: Element, control: string): Judged {
  const need = { kind: 'control', control, places: [], across: undefined } as const;
  const requirement: Requirement = {
    name: 'asked-by-the-test',
    title: undefined,
    also: [],
    documentation: undefined,
    notes: [],
    file: element.file,
    builtIn: false,
    category: undefined,
    severity: { branches: [], otherwise: 'info' },
    rules: [{ sort: element.sort, condition: undefined, situation: undefined, needs: [{ need, condition: undefined }] }],
    refines: [],
    bundles: [],
    mitigates: [],
    see: [],
    because: undefined,
    guidance: undefined,
  };
  const { state, reasons, gaps } = evaluator.evaluate(requirement, element);
  const sources = [
    ...reasons.flatMap((reason) => (reason.kind === 'granted' ? reason.sources : [])),
    ...leavesOf(gaps).flatMap((leaf) => (leaf.kind === 'control' ? leaf.sources : [])),
  ];
  return { state, by: new Map(sources.flatMap(({ mechanism, weakness }) => (mechanism === undefined ? [] : [[mechanism, weakness]]))) };
}

describe('mechanisms of the built-in catalogue', () => {
  let workspace: Workspace;
  let architectures: readonly Architecture[];
  let builtIn: readonly Mechanism[];

  before(async () => {
    workspace = await createWorkspace(Object.fromEntries([...files, ...elsewhere].map((file) => [file, textOf(file)])));
    const designs = workspace.shared.meter.Designs;
    architectures = designs.all();
    builtIn = [...designs.catalogue().mechanisms.values()].filter((mechanism) => mechanism.builtIn);
  });

  function architectureOf(file: string): Architecture {
    const uri = workspace.uri(file).toString();
    const architecture = architectures.find((one) => one.files[0] === uri);
    assert.ok(architecture !== undefined && !architecture.design.implicit, `${file} holds no design`);
    return architecture;
  }

  /** What any of its kinds says counts here too. */
  function grantsSomething(mechanism: Mechanism, evaluator: Evaluator): boolean {
    return evaluator.grants.ofMechanism(mechanism.name).size > 0;
  }

  it('are all named in a design of the fixtures or examples after over, uses or by, if they grant anything', () => {
    const evaluator = Evaluator.of(architectureOf(files[0]!), reviewDate);
    const granting = builtIn.filter((mechanism) => grantsSomething(mechanism, evaluator));
    assert.ok(granting.length > 100);
    const named = new Set(architectures.flatMap((architecture) => elementsIn(architecture).flatMap(namedBy)));
    assert.deepEqual(
      granting.filter(({ name }) => !named.has(name)).map(({ name }) => name),
      [],
    );
  });

  it('give a reason and name a control wherever they are weak', () => {
    const empty = builtIn.filter(({ weaknesses }) =>
      weaknesses.some(({ controls, because }) => controls.length === 0 || because.length < 10),
    );
    assert.deepEqual(
      empty.map(({ name }) => name),
      [],
    );
  });

  for (const file of files) {
    describe(path.basename(file, '.meter'), () => {
      it('is a design without errors', () => {
        const uri = workspace.uri(file);
        assert.deepEqual(
          syntaxErrors(workspace).filter((message) => message.startsWith(uri.path)),
          [],
        );
        const errors = workspace.mistakes(file).filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          errors.map(({ message }) => message),
          [],
        );
        const architecture = architectureOf(file);
        assert.equal(architecture.decisions.length, 0);
        assert.ok(
          elementsIn(architecture).every(({ controls }) => controls.length === 0),
          'what is granted comes from mechanisms alone',
        );
      });

      it('states what the mechanisms grant on its elements', () => {
        const architecture = architectureOf(file);
        const evaluator = Evaluator.of(architecture, reviewDate);
        const stated = statedIn(file);
        assert.ok(stated.length > 0);
        for (const { mechanism, control, element: name, state } of stated) {
          const told = `${mechanism}: ${control} on ${name}`;
          assert.ok(evaluator.facts.catalogue.controls.has(control), `${told}: no such control`);
          const element = elementNamed(architecture, name);
          assert.ok(element !== undefined && carriedBy(element).includes(mechanism), `${told}: it is not there`);
          const judged = judge(evaluator, element, control);
          assert.equal(judged.state, state, told);
          assert.equal(judged.by.has(mechanism), state !== 'missing', `${told}: by ${[...judged.by.keys()].join(', ')}`);
          assert.equal(judged.by.get(mechanism) !== undefined, state === 'weak', `${told}: only what is weak has a reason`);
        }
      });

      it('leaves out nothing that a mechanism of its statements says', () => {
        const stated = statedIn(file);
        const { mechanisms } = architectureOf(file).catalogue;
        const missing = [...new Set(stated.map(({ mechanism }) => mechanism))].flatMap((name) => {
          const mechanism = mechanisms.get(name);
          assert.ok(mechanism !== undefined, name);
          const said = [...saidBy(mechanism)].map(([control, state]) => ({ mechanism: name, control, state }));
          return said.filter((one) => !stated.some(({ mechanism: of, control }) => of === one.mechanism && control === one.control));
        });
        assert.deepEqual(missing, []);
      });

      it('counts what each mechanism provides as met and what it is weak for as weak', () => {
        const architecture = architectureOf(file);
        const evaluator = Evaluator.of(architecture, reviewDate);
        const wrong = elementsIn(architecture).flatMap((element) => {
          const carried = carriedBy(element).map((name) => evaluator.facts.catalogue.mechanisms.get(name)!);
          return carried.flatMap((mechanism) => {
            const others = carried.filter((one) => one !== mechanism);
            return [...saidBy(mechanism)].flatMap(([control, state]) => {
              // A layer that provides what another is weak for makes it met.
              const helped = others.some(({ name }) => {
                const grant = evaluator.grants.ofMechanism(name).get(control);
                return grant !== undefined && grant.because === undefined;
              });
              const found = judge(evaluator, element, control).state;
              const expected = helped ? 'met' : state;
              return found === expected ? [] : [`${mechanism.name}: ${control} on ${element.name} is ${found}, not ${expected}`];
            });
          });
        });
        assert.deepEqual(wrong, []);
      });
    });
  }
});
