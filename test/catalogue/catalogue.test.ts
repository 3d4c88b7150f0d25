import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../language/wellformed/words/index.js';
import { catalogueFiles } from '../../catalogue/index.js';
import type { Catalogue, Citation, Need, NeedPlace, ElementSort, RelationName, Requirement } from '../../language/model/index.js';
import { isRequirement, type Model } from '../../language/generated/ast.js';
import { catalogueUri } from '../../language/names/imports.js';
import { requirementsOf } from '../../review/index.js';
import { createWorkspace, root, syntaxErrors, type Workspace } from '../support/workspace.js';

const categories = ['authentication', 'authorization', 'availability', 'confidentiality', 'integrity', 'non-repudiation', 'privacy'];

/** The catalogue names that the language reference lets the engine know. */
const knownToEngine = ['encryption', 'person', 'back-end-system', 'trusted-end-point', 'external-party', 'x1332'];

const memberPlaces: Readonly<Record<RelationName, ElementSort | undefined>> = {
  flow: 'flow',
  'incoming flow': 'flow',
  'outgoing flow': 'flow',
  link: 'link',
  hop: 'link',
  'first hop': 'link',
  'last hop': 'link',
  end: 'component',
  relay: 'component',
  neighbour: 'component',
  component: 'component',
  holder: 'component',
  data: 'data',
  zone: 'zone',
  protocol: undefined,
};

/** What sort of element a control is looked for on. */
function sortAt(place: NeedPlace): ElementSort | undefined {
  if (place.kind === 'related') return memberPlaces[place.relation.name];
  if (place.name === 'path') return 'flow';
  return place.name === 'source' || place.name === 'target' || place.name === 'both ends' ? 'component' : place.name;
}

interface Asked {
  readonly control: string;
  readonly sort: ElementSort | undefined;
}

function askedBy(need: Need, subject: ElementSort): Asked[] {
  switch (need.kind) {
    case 'condition':
      return [];
    case 'and':
    case 'or':
      return need.operands.flatMap((operand) => askedBy(operand, subject));
    case 'control': {
      if (need.across !== undefined) return [{ control: need.control, sort: 'flow' }];
      if (need.places.length === 0) return [{ control: need.control, sort: subject }];
      return need.places.map((place) => ({ control: need.control, sort: sortAt(place) }));
    }
  }
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}

const without = <T>(all: Iterable<T>, holds: (one: T) => boolean) => [...all].filter((one) => !holds(one));

describe('the built-in catalogue', () => {
  let workspace: Workspace;
  let catalogue: Catalogue;
  let all: readonly Requirement[];
  let proven: readonly Requirement[];

  before(async () => {
    workspace = await createWorkspace({});
    catalogue = workspace.shared.meter.Designs.catalogue();
    all = [...catalogue.requirements.values()];
    proven = requirementsOf(['x1332'], catalogue);
  });

  it('is read without any problem', () => {
    assert.deepEqual(syntaxErrors(workspace), []);
    const problems = workspace.shared.workspace.LangiumDocuments.all
      .toArray()
      .flatMap((document) =>
        workspace.shared.meter.Mistakes.of(document).map((problem) => `${document.uri.path}: ${problem.severity}: ${messageOf(problem)}`),
      );
    assert.deepEqual(problems, []);
  });

  it('lists exactly the files of its folder', () => {
    const found = readdirSync(path.join(root, 'catalogue'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => file.endsWith('.meter'));
    assert.deepEqual([...catalogueFiles].sort(), found.sort());
  });

  it('cites defined standards only', () => {
    const citing: readonly { readonly name: string; readonly see: readonly Citation[] }[] = [...catalogue.mechanisms.values(), ...all];
    assert.ok(citing.some(({ see }) => see.length > 0));
    const wrong = citing.flatMap(({ name, see }) =>
      without(see, ({ standard }) => catalogue.standards.has(standard)).map(({ standard }) => `${name}: ${standard}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('states category, severity, reason, threats and a source for every requirement', () => {
    const written = catalogueFiles
      .map((file) => workspace.shared.workspace.LangiumDocuments.getDocument(catalogueUri(file))!)
      .flatMap((document) => (document.parseResult.value as Model).definitions.filter((definition) => isRequirement(definition)));
    assert.equal(written.length, all.length);
    const incomplete = without(
      written,
      ({ categories: named, severities, because, mitigates, see, rules }) =>
        named.length === 1 &&
        categories.includes(named[0]!) &&
        severities.length === 1 &&
        because.length === 1 &&
        mitigates.length > 0 &&
        see.length > 0 &&
        rules.length > 0 &&
        rules.every(({ needs }) => needs.length > 0),
    );
    assert.deepEqual(
      incomplete.map(({ name }) => name),
      [],
    );
  });

  it('tells for every requirement of its profile what to do', () => {
    assert.ok(proven.length > 0);
    assert.deepEqual(
      without(proven, ({ guidance }) => guidance !== undefined && guidance !== '').map(({ name }) => name),
      [],
    );
  });

  it('asks for controls only where they may be declared', () => {
    const asked = all.flatMap((requirement) =>
      requirement.rules
        .flatMap((rule) => rule.needs.flatMap((line) => askedBy(line.need, rule.sort)))
        .map((one) => ({ ...one, requirement: requirement.name })),
    );
    assert.ok(asked.length > all.length);
    const wrong = asked
      .filter(({ control, sort }) => {
        const sorts = catalogue.controls.get(control)?.sorts;
        return sorts === undefined || sort === undefined || (sorts.length > 0 && !sorts.includes(sort));
      })
      .map(({ requirement, control, sort }) => `${requirement}: ${control} on ${String(sort)}`);
    assert.deepEqual([...new Set(wrong)], []);
  });

  it('is known to the engine by no requirement, and by no compound name but those of the language reference', () => {
    const { componentKinds, zoneKinds, dataClasses, controls, mechanisms, attributes, requirements } = catalogue;
    const hyphenated = [componentKinds, zoneKinds, dataClasses, controls, mechanisms, attributes]
      .flatMap((table) => [...table.keys()])
      .filter((name) => name.includes('-') && !knownToEngine.includes(name));
    const names = new Set([...hyphenated, ...requirements.keys()]);
    const found = sourcesBelow('review').flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?<quote>['"`])(?<name>[\w.-]+)\k<quote>/g)]
        .filter(({ groups }) => names.has(groups!.name!))
        .map(({ groups }) => `${file}: ${groups!.name!}`),
    );
    assert.deepEqual(found, []);
  });
});
