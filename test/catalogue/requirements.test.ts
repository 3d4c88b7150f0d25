import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { conditionWords } from '../../language/semantics/index.js';
import type { Architecture, Requirement } from '../../language/model/index.js';
import { Evaluator, isOpen, requirementsOf, review, type Result } from '../../review/index.js';
import { elementsFor } from '../../review/review.js';
import { createWorkspace, root, type Workspace } from '../support/workspace.js';

const folder = path.join(root, 'test/catalogue');
const reviewDate = '2026-11-24';
const variants = ['violating', 'repaired', 'silent'] as const;
type Variant = (typeof variants)[number];

const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/**
 * Where there is no head-end, nothing stands in its zone, and where there is no relay in other hands, nothing has to be passed: the needs of these hold
 * by themselves, with or without the guard.
 */
const metWithoutGuard = ['comm-end-to-end', 'key-separation'];

/** These stand for the requirements that they refine as long as nothing is stated; then those stand for themselves. */
const groups = ['gov-baseline', 'gov-device', 'gov-organisation', 'gov-system'];

/** The repair of these is to draw the flow that is not drawn, to name its service, or to lead it another way. */
const drawings = ['model-reading', 'model-command', 'model-disclosure', 'model-roles', 'de-gateway-path'];

/** `// expect REQUIREMENT on ELEMENT: STATE`, in the comment block that a fixture begins with. */
const expectation =
  /^\/\/ expect (?<id>\S+) on (?<element>\S+): (?<told>met|not applicable because ".+" is false|(?:missing|weak) (?:critical|high|medium|low|info))$/;

interface Expected {
  readonly element: string;
  readonly told: string;
}

const fileOf = (id: string, variant: Variant) => `${id}/${variant}.meter`;

function expectedIn(id: string, text: string): Expected[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  assert.ok(!lines.slice(end).some((line) => line.startsWith('// expect')), 'an expectation stands behind the block');
  return lines.slice(0, end).flatMap((line) => {
    if (!line.startsWith('// expect')) return [];
    const { id: named, element, told } = expectation.exec(line)?.groups ?? {};
    assert.ok(element !== undefined && told !== undefined, `not an expectation: ${line}`);
    assert.equal(named, id);
    return [{ element, told }];
  });
}

/** What a result says in the words of an expectation. Of what does not apply, the part of the condition that is false. */
function tell({ state, severity, reasons }: Result): string {
  if (state === 'met') return state;
  if (state !== 'not applicable') return `${state} ${severity}`;
  const [reason] = reasons;
  assert.ok(reason?.kind === 'condition', 'what is not applicable has a reason');
  return `${state} because "${conditionWords(reason.condition)}" is false`;
}

const isReported = ({ told }: Expected) => !told.startsWith('met') && !told.startsWith('not applicable');
const lines = (all: readonly Expected[]) => all.map(({ element, told }) => `${element}: ${told}`).sort();

/** The elements with their kinds and paths: what a repair leaves as it is. */
function shapeOf({ zones, components, data, links, flows }: Architecture): string[] {
  const all = [...zones.values(), ...components.values(), ...data.values(), ...links.values(), ...flows.values()];
  return all.map((element) => {
    const path = element.place === 'flow' ? element.stops : element.place === 'link' ? [element.sources, element.targets] : [];
    return JSON.stringify([element.place, element.name, element.kinds, path]);
  });
}

describe('requirements of the built-in profiles', function () {
  let workspace: Workspace;
  let profiles: readonly string[];
  let requirements: readonly Requirement[];
  let architectures: ReadonlyMap<string, Architecture>;

  before(async () => {
    const files = ids.flatMap((id) => variants.map((variant) => fileOf(id, variant)));
    const texts = files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
    workspace = await createWorkspace(Object.fromEntries(texts));
    const designs = workspace.shared.meter.Designs;
    profiles = [...designs.catalogue().profiles.keys()];
    requirements = requirementsOf(profiles, designs.catalogue());
    architectures = new Map(designs.all().map((architecture) => [architecture.files[0]!, architecture]));
  });

  const architectureOf = (file: string) => {
    const architecture = architectures.get(workspace.uri(file).toString());
    assert.ok(architecture !== undefined, `${file} holds no design`);
    return architecture;
  };

  /** Checks that a fixture is well written and that its results are exactly the expected ones. */
  function check(id: string, variant: Variant): Expected[] {
    const file = fileOf(id, variant);
    const document = workspace.document(file);
    assert.deepEqual(
      workspace.mistakes(file).flatMap(({ severity, message }) => (severity === 'error' ? [message] : [])),
      [],
    );
    const architecture = architectureOf(file);
    assert.ok(!architecture.design.implicit, `${file} is a fragment`);
    assert.equal(architecture.decisions.length, 0, 'a decision would hide what the requirement says');
    const expected = expectedIn(id, document.textDocument.getText());
    const results = review(architecture, reviewDate, profiles).results.filter(({ requirement }) => requirement === id);
    assert.deepEqual(lines(results.map((result) => ({ element: result.element, told: tell(result) }))), lines(expected));
    assert.ok(results.every((result) => result.computed === result.state && isOpen(result.state) === (result.gaps !== undefined)));
    return expected;
  }

  /** Checks that nothing of what a group stands for is open any more on the elements that it was reported on. */
  function checkParts(id: string): void {
    const { bundles } = requirements.find(({ name }) => name === id)!;
    const parts = bundles.filter((part) => requirements.some(({ name }) => name === part));
    assert.ok(parts.length > 1);
    const violated = check(id, 'violating').filter(isReported);
    const { results } = review(architectureOf(fileOf(id, 'repaired')), reviewDate, profiles);
    const open = results.filter(
      ({ requirement, element, state }) => parts.includes(requirement) && violated.some((one) => one.element === element) && isOpen(state),
    );
    assert.deepEqual(
      open.map(({ requirement, element }) => `${requirement} on ${element}`),
      [],
    );
  }

  /** Whether the requirement would be reported on an element that its guard leaves out, if it had no guard. */
  function isReportedNaively(requirement: Requirement, architecture: Architecture): boolean {
    const evaluator = new Evaluator(architecture, reviewDate);
    const naive = { ...requirement, rules: requirement.rules.map((rule) => ({ ...rule, condition: undefined })) };
    return elementsFor(requirement, architecture).some(
      (element) => evaluator.evaluate(requirement, element).state === 'not applicable' && isOpen(evaluator.evaluate(naive, element).state),
    );
  }

  it('have a folder of fixtures each, and no other folder stands there', () => {
    assert.deepEqual(ids, requirements.map(({ name }) => name).sort());
  });

  it('have nothing in their folders but the three fixtures', () => {
    for (const id of ids) {
      assert.deepEqual(readdirSync(path.join(folder, id)).sort(), variants.map((variant) => `${variant}.meter`).sort(), id);
    }
  });

  for (const id of ids) {
    describe(id, () => {
      it('is reported where it is violated', () => {
        assert.ok(check(id, 'violating').some(isReported));
      });

      it('is met once the fix is declared, on the same element and with nothing else changed', () => {
        const repaired = check(id, 'repaired');
        assert.ok(!repaired.some(isReported));
        if (groups.includes(id)) {
          checkParts(id);
          return;
        }
        const met = new Set(repaired.filter(({ told }) => told === 'met').map(({ element }) => element));
        const violated = check(id, 'violating').filter(isReported);
        assert.deepEqual(
          violated.filter(({ element }) => !met.has(element)),
          [],
        );
        const [after, before] = (['repaired', 'violating'] as const).map((variant) => shapeOf(architectureOf(fileOf(id, variant))));
        const kept = (shape: readonly string[]) => (drawings.includes(id) ? shape.filter((one) => !one.startsWith('["flow"')) : shape);
        assert.deepEqual(kept(after!), kept(before!));
      });

      it('stays silent where its guard holds, and only because of it', () => {
        const expected = check(id, 'silent');
        assert.ok(!expected.some(isReported));
        const requirement = requirements.find(({ name }) => name === id)!;
        // What applies everywhere has no other guard than the conditions of its single needs.
        if (requirement.rules.every((rule) => rule.condition === undefined)) return;
        assert.ok(expected.some(({ told }) => told.startsWith('not applicable')));
        const naively = isReportedNaively(requirement, architectureOf(fileOf(id, 'silent')));
        assert.equal(naively, !metWithoutGuard.includes(id));
      });
    });
  }
});
