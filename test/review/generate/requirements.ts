import fc from 'fast-check';
import type {
  Across,
  Demand,
  HerePlaceName,
  Need,
  NeedLine,
  NeedPlace,
  Omission,
  ElementSort,
  Profile,
  Requirement,
  Rule,
  Severity,
} from '../../../language/model/index.js';
import { condition, relation, test } from './conditions.js';
import { componentKinds, controls, maybe, nowhere, requirementNames, some } from './names.js';

export const hereNames: readonly HerePlaceName[] = [
  'link',
  'flow',
  'path',
  'source',
  'target',
  'both ends',
  'component',
  'zone',
  'data',
  'design',
];

const needPlace: fc.Arbitrary<NeedPlace> = fc.oneof(
  fc.record({ kind: fc.constant('here' as const), name: fc.constantFrom(...hereNames) }),
  fc.record({
    kind: fc.constant('related' as const),
    quantifier: fc.constantFrom('every' as const, 'some' as const),
    relation,
    that: maybe(condition, 1, 1),
  }),
);

/** `across` asks a flow only, and stands instead of places. */
function controlNeed(sort: ElementSort): fc.Arbitrary<Need> {
  const control = fc.constantFrom(...controls);
  const placed = fc.record({
    kind: fc.constant('control' as const),
    control,
    places: fc.array(needPlace, { maxLength: 2 }),
    across: fc.constant(undefined),
  });
  if (sort !== 'flow') return placed;
  const across = fc.record({
    kind: fc.constant('control' as const),
    control,
    places: fc.constant([]),
    across: fc.oneof<fc.Arbitrary<Across>[]>(
      fc.constantFrom(...componentKinds).map((name) => ({ kind: 'kind', name })),
      maybe(condition, 2, 1).map((that) => ({ kind: 'relay', that })),
    ),
  });
  return fc.oneof({ weight: 4, arbitrary: placed }, { weight: 1, arbitrary: across });
}

function atom(sort: ElementSort): fc.Arbitrary<Need> {
  const tested = fc.record({ kind: fc.constant('condition' as const), condition: test });
  return fc.oneof({ weight: 4, arbitrary: controlNeed(sort) }, { weight: 1, arbitrary: tested });
}

function joined(inner: fc.Arbitrary<Need>): fc.Arbitrary<Need> {
  const group = fc.record({
    kind: fc.constantFrom('and' as const, 'or' as const),
    operands: fc.array(inner, { minLength: 2, maxLength: 3 }),
  });
  return fc.oneof({ weight: 2, arbitrary: inner }, { weight: 1, arbitrary: group });
}

function ruleFor(sort: ElementSort): fc.Arbitrary<Rule> {
  const line: fc.Arbitrary<NeedLine> = fc.record({ need: joined(joined(atom(sort))), condition: maybe(condition, 1, 2) });
  return fc.record({
    sort: fc.constant(sort),
    condition: maybe(condition, 1, 1),
    situation: fc.constant(undefined),
    needs: fc.array(line, { minLength: 1, maxLength: 2 }),
  });
}

const ruleSort = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<ElementSort>('component', 'link', 'flow') },
  { weight: 1, arbitrary: fc.constantFrom<ElementSort>('zone', 'data', 'design') },
);

const severity = fc.constantFrom<Severity>('critical', 'high', 'medium', 'low', 'info');

type Draft = Pick<Requirement, 'severity' | 'rules' | 'refines'> & { readonly bundled: boolean };

const draft: fc.Arbitrary<Draft> = fc.record({
  severity: fc.record({ branches: fc.array(fc.record({ severity, condition }), { maxLength: 2 }), otherwise: severity }),
  rules: ruleSort.chain((main) =>
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(main) }, { weight: 1, arbitrary: ruleSort }).chain(ruleFor), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  refines: some(requirementNames, 2),
  bundled: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
});

export interface RequirementTable {
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly profiles: ReadonlyMap<string, Profile>;
}

function named(name: string) {
  return { name, title: undefined, also: [], documentation: undefined, notes: [], file: nowhere, builtIn: false };
}

/** A requirement refines those before it only; where it repeats their rules, their gaps meet. */
function assemble(
  drafts: readonly (Draft & { repeats: boolean })[],
  backwards: boolean,
  without: string | undefined,
  bodies: readonly ProfileBody[],
): RequirementTable {
  const requirements = drafts.map(({ severity: levels, rules, refines, bundled, repeats }, index): Requirement => {
    const earlier = refines.filter((name) => requirementNames.indexOf(name) < index);
    const repeated = repeats ? earlier.flatMap((name) => drafts[requirementNames.indexOf(name)]!.rules.slice(0, 1)) : [];
    return {
      ...named(requirementNames[index]!),
      category: undefined,
      severity: levels,
      rules: repeated.length > 0 ? [...repeated, ...rules.slice(0, 1)] : rules,
      refines: bundled ? [] : earlier,
      bundles: bundled ? earlier : [],
      mitigates: [],
      see: [],
      because: undefined,
      guidance: undefined,
    };
  });
  const names = requirements.map(({ name }) => name).filter((name) => name !== without);
  const includes = backwards ? names.toReversed() : names;
  const profiles: Profile[] = [
    { ...named('base'), extends: [], includes: includes.slice(0, 2), ...bodies[0]! },
    { ...named('x1332'), extends: ['base'], includes: includes.slice(1), ...bodies[1]! },
  ];
  return {
    requirements: new Map(requirements.map((one) => [one.name, one])),
    profiles: new Map(profiles.map((one) => [one.name, one])),
  };
}

type ProfileBody = Pick<Profile, 'omissions' | 'demands'>;

const omission: fc.Arbitrary<Omission> = fc.record({
  requirements: fc.uniqueArray(fc.constantFrom(...requirementNames), { minLength: 1, maxLength: 2 }),
  because: fc.constantFrom('judged', 'judged', ' ', undefined),
});

const profileBody: fc.Arbitrary<ProfileBody> = fc.record({
  omissions: maybe(omission, 1, 3).map((one) => (one === undefined ? [] : [one])),
  demands: maybe(fc.subarray(['until', 'by'] as Demand[]), 1, 3).map((demands) => demands ?? []),
});

export const requirementTable: fc.Arbitrary<RequirementTable> = fc
  .record({
    drafts: fc.array(
      fc.tuple(draft, fc.boolean()).map(([one, repeats]) => ({ ...one, repeats })),
      { minLength: 1, maxLength: requirementNames.length },
    ),
    backwards: fc.boolean(),
    without: maybe(fc.constantFrom(...requirementNames), 1, 4),
    bodies: fc.array(profileBody, { minLength: 2, maxLength: 2 }),
  })
  .map(({ drafts, backwards, without, bodies }) => assemble(drafts, backwards, without, bodies));
