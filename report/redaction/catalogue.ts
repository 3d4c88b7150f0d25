import type {
  AttackStep,
  Attribute,
  Catalogue,
  Citation,
  Control,
  ControlUse,
  Definition,
  Kind,
  Mechanism,
  NamedCondition,
  MechanismUse,
  Position,
  Profile,
  Requirement,
  Rule,
  ServiceRole,
  Setting,
} from '../../language/model/index.js';
import { isBlank } from '../../language/semantics/index.js';
import { redactCondition, redactNeed, redactNeedLine } from './conditions.js';
import type { Names } from './names.js';

// Every part is put together field by field: what the model holds in time to come is left out until somebody thinks about it here.

/** The catalogue with everything replaced that the workspace adds to it; what is built in stays. */
export function redactCatalogue(catalogue: Catalogue, names: Names): Catalogue {
  const listed = (list: readonly string[]) => list.map(names.defined);
  const kinds = (table: ReadonlyMap<string, Kind>) => redacted(table, names, (kind) => redactKind(kind, names));
  return {
    componentKinds: kinds(catalogue.componentKinds),
    zoneKinds: kinds(catalogue.zoneKinds),
    dataClasses: kinds(catalogue.dataClasses),
    services: kinds(catalogue.services),
    controls: redacted(catalogue.controls, names, (control) => redactControl(control, names)),
    mechanisms: redacted(catalogue.mechanisms, names, (mechanism) => redactMechanism(mechanism, names)),
    attributes: redacted(catalogue.attributes, names, (attribute) => redactAttribute(attribute, names)),
    standards: redacted(catalogue.standards, names, ({ source }) => ({ publisher: undefined, edition: undefined, url: undefined, source })),
    harms: redacted(catalogue.harms, names, ({ counts, see }) => ({
      counts: counts && { hold: counts.hold, kind: counts.kind === undefined ? undefined : names.defined(counts.kind) },
      see: see.map((one) => redactCitation(one, names)),
    })),
    threats: redacted(catalogue.threats, names, ({ leadsTo }) => ({ leadsTo: listed(leadsTo) })),
    attacks: redacted(catalogue.attacks, names, ({ leadsTo, sequences, counteredBy, see }) => ({
      leadsTo: listed(leadsTo),
      sequences: sequences.map(listed),
      counteredBy: listed(counteredBy),
      see: see.map((one) => redactCitation(one, names)),
    })),
    steps: redacted(catalogue.steps, names, (step) => redactStep(step, names)),
    requirements: withCitations(
      redacted(catalogue.requirements, names, (requirement) => redactRequirement(requirement, names)),
      names,
    ),
    conditions: redacted(catalogue.conditions, names, ({ sorts, reference, uses }) => ({
      sorts,
      reference: redactCondition(reference, names) as NamedCondition['reference'],
      uses: listed(uses),
    })),
    profiles: redacted(catalogue.profiles, names, (profile) => redactProfile(profile, names)),
  };
}

/** A table with the workspace's definitions replaced, in the same order. */
function redacted<D extends Definition>(
  table: ReadonlyMap<string, D>,
  names: Names,
  own: (definition: D) => Omit<D, keyof Definition>,
): ReadonlyMap<string, D> {
  return new Map(
    [...table.values()].map((definition): [string, D] => {
      if (definition.builtIn) return [definition.name, definition];
      const name = names.defined(definition.name);
      const common: Definition = {
        name,
        title: undefined,
        also: [],
        documentation: undefined,
        notes: [],
        file: names.file(definition.file),
        builtIn: false,
      };
      return [name, names.copy({ ...common, ...own(definition) } as D, definition)];
    }),
  );
}

function redactKind({ sort, parents, settings, controls, mechanisms, excludes, roles }: Kind, names: Names): Omit<Kind, keyof Definition> {
  return {
    sort,
    parents: parents.map(names.defined),
    settings: settings.map((one) => redactSetting(one, names)),
    controls: controls.map((one) => redactControlUse(one, names)),
    mechanisms: mechanisms.map((one) => redactMechanismUse(one, names)),
    ...(excludes === undefined ? {} : { excludes: excludes.map((one) => redactSetting(one, names)) }),
    ...(roles === undefined ? {} : { roles: roles.map((role) => redactRole(role, names)) }),
  };
}

/** The name and title of a role are words of the workspace's own. */
function redactRole({ name, kinds }: ServiceRole, names: Names): ServiceRole {
  return { name: names.text(name), title: undefined, kinds: kinds.map(names.defined) };
}

function redactControl({ sorts, implies, protects, asks, limits }: Control, names: Names): Omit<Control, keyof Definition> {
  return {
    sorts,
    implies: implies.map(names.defined),
    protects,
    asks: asks === undefined ? undefined : names.text(asks),
    limits: limits.map(({ condition, because }) => ({ condition: redactCondition(condition, names), because: names.text(because) })),
  };
}

function redactMechanism(
  { parents, sorts, provides, weaknesses, exclusive, suits, carriers, fits, homes, strangers, family, see }: Mechanism,
  names: Names,
): Omit<Mechanism, keyof Definition> {
  return {
    parents: parents.map(names.defined),
    sorts,
    provides: provides.map(names.defined),
    weaknesses: weaknesses.map(({ controls, because }) => ({ controls: controls.map(names.defined), because: names.text(because) })),
    exclusive,
    suits: suits === undefined ? undefined : redactCondition(suits, names),
    carriers: carriers.map(names.defined),
    fits: fits === undefined ? undefined : redactCondition(fits, names),
    homes: homes.map(names.defined),
    strangers: strangers.map(names.defined),
    family,
    see: see.map((one) => redactCitation(one, names)),
  };
}

function redactAttribute({ sorts, type, default: fallback, asks, counts }: Attribute, names: Names): Omit<Attribute, keyof Definition> {
  const word = (one: string) => names.value({ kind: 'word', word: one }).word;
  return {
    sorts,
    type: type.kind === 'words' ? { kind: 'words', words: type.words.map(word) } : type,
    default: fallback === undefined ? undefined : names.value(fallback),
    asks: asks === undefined ? undefined : names.text(asks),
    counts,
  };
}

function redactProfile({ extends: parents, includes, omissions, demands }: Profile, names: Names): Omit<Profile, keyof Definition> {
  return {
    extends: parents.map(names.defined),
    includes: includes.map(names.defined),
    omissions: omissions.map((omission) =>
      names.copy(
        {
          requirements: omission.requirements.map(names.defined),
          because: omission.because === undefined ? undefined : names.text(omission.because),
        },
        omission,
      ),
    ),
    demands,
  };
}

function redactRequirement(requirement: Requirement, names: Names): Omit<Requirement, keyof Definition> {
  const { category, severity, rules, refines, bundles, mitigates, see } = requirement;
  return {
    category: category === undefined ? undefined : names.category(category),
    severity: {
      branches: severity.branches.map((branch) => ({ severity: branch.severity, condition: redactCondition(branch.condition, names) })),
      otherwise: severity.otherwise,
    },
    rules: rules.map((rule) => names.copy(redactRule(rule, names), rule)),
    refines: refines.map(names.defined),
    bundles: bundles.map(names.defined),
    mitigates: mitigates.map(names.defined),
    see: see.map((one) => redactCitation(one, names)),
    because: undefined,
    guidance: undefined,
  };
}

function redactRule({ sort, condition, situation, needs }: Rule, names: Names): Rule {
  return {
    situation: situation === undefined ? undefined : names.text(situation),
    sort,
    condition: condition === undefined ? undefined : redactCondition(condition, names),
    needs: needs.map((one) => redactNeedLine(one, names)),
  };
}

/** What `cite` in the workspace adds to a built-in requirement is the workspace's. */
function withCitations(requirements: ReadonlyMap<string, Requirement>, names: Names): ReadonlyMap<string, Requirement> {
  return new Map(
    [...requirements].map(([name, requirement]) => [name, requirement.builtIn ? withRedactedCitations(requirement, names) : requirement]),
  );
}

function withRedactedCitations(requirement: Requirement, names: Names): Requirement {
  return names.copy({ ...requirement, see: requirement.see.map((one) => redactCitation(one, names)) }, requirement);
}

function redactStep(
  { sort, condition, from, to, unless, bounds, leadsTo, effort, see }: AttackStep,
  names: Names,
): Omit<AttackStep, keyof Definition> {
  const position = ({ extent, hold, role, inDesign, that }: Position): Position => ({
    extent,
    hold,
    role,
    inDesign,
    that: that === undefined ? undefined : redactCondition(that, names),
  });
  return {
    sort,
    condition: condition === undefined ? undefined : redactCondition(condition, names),
    from: from.map(position),
    to: to.map(position),
    unless: unless.map((need) => redactNeed(need, names)),
    bounds: bounds.map((need) => redactNeed(need, names)),
    leadsTo: leadsTo.map(names.defined),
    effort,
    see: see.map((one) => redactCitation(one, names)),
    because: undefined,
  };
}

/** A citation that the catalogue itself makes stays; of another one its standard stays, if that is built in. */
function redactCitation(citation: Citation, names: Names): Citation {
  const { standard, clause, part, condition, unverified } = citation;
  const file = names.file(citation.file);
  if (file === citation.file) return citation;
  const redacted: Citation = {
    standard: names.defined(standard),
    clause: clause === undefined ? undefined : names.text(clause),
    part,
    condition: condition === undefined ? undefined : redactCondition(condition, names),
    unverified,
    file,
  };
  return names.copy(redacted, citation);
}

export function redactSetting(setting: Setting, names: Names): Setting {
  return names.copy({ attribute: names.defined(setting.attribute), value: names.value(setting.value) }, setting);
}

/** `element` names what `from` and `to` point to; kinds have neither. */
export function redactControlUse(use: ControlUse, names: Names, element: (name: string) => string = names.text): ControlUse {
  const { control, mechanisms, from, to, planned, due, evidence } = use;
  const redacted: ControlUse = {
    control: names.defined(control),
    mechanisms: mechanisms.map(names.defined),
    from: from === undefined ? undefined : element(from),
    to: to === undefined ? undefined : element(to),
    planned,
    due,
    // Blank evidence stays blank: a name in its place would be evidence.
    evidence: evidence === undefined || isBlank(evidence) ? evidence : names.text(evidence),
  };
  return names.copy(redacted, use);
}

export function redactMechanismUse(use: MechanismUse, names: Names): MechanismUse {
  return names.copy({ mechanism: names.defined(use.mechanism) }, use);
}
