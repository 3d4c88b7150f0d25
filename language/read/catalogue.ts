import type { AstNode, LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type {
  Catalogue,
  Citation,
  Control,
  Definition,
  Demand,
  Kind,
  KindSort,
  Mechanism,
  NeedLine,
  Place,
  Profile,
  Protected,
  Requirement,
  Rule,
  Severity,
  SeverityRule,
} from '../model/catalogue.js';
import type { ValueType } from '../model/value.js';
import { isBuiltIn } from '../names/imports.js';
import { modelOf } from '../parsing/model.js';
import { namesOf, readBody } from './body.js';
import { isDefined, knownIn, readCondition, readNeed, type Known } from './condition.js';
import { readNamedConditions, type WrittenCondition } from './named-conditions.js';
import { documentationOf, nameRange, rangeOf } from './range.js';
import { readValue } from './value.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer N, infer D> ? Map<N, D> : T[K] };

/**
 * All definitions of the given files; of a name that is defined twice the first. Built-in files come first, in their own order; those of
 * the workspace in the order of their addresses, so that nothing depends on which of them was read first.
 */
export function readCatalogue(documents: readonly LangiumDocument[]): Catalogue {
  const ordered = [
    ...documents.filter(({ uri }) => isBuiltIn(uri)),
    ...documents.filter(({ uri }) => !isBuiltIn(uri)).sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1)),
  ];
  const catalogue = emptyCatalogue();
  const named: WrittenCondition[] = [];
  const later: { document: LangiumDocument; node: ast.Requirement | ast.Mechanism | ast.Control | ast.Harm }[] = [];
  const add = <D extends Definition>(table: Map<string, D>, definition: D) => {
    if (!table.has(definition.name)) table.set(definition.name, definition);
  };
  for (const document of ordered) {
    for (const node of modelOf(document).definitions) {
      if (node.name === undefined) continue;
      if (ast.isRequirement(node) || ast.isMechanism(node) || ast.isControl(node) || ast.isHarm(node)) later.push({ document, node });
      else if (ast.isNamedCondition(node)) named.push({ document, node, definition: base(document, node) });
      else if (ast.isAttribute(node)) {
        const value = readValue(node.defaults[0]);
        const { places, asks } = node;
        const own = { places: places as Place[], type: typeOfAttribute(node), default: value, asks: asks[0] };
        add(catalogue.attributes, { ...base(document, node), ...own });
      } else if (ast.isStandard(node)) {
        const { publisher, edition, url, source } = node;
        const own = { publisher: publisher[0], edition: edition[0], url: url[0], source: source.length > 0 };
        add(catalogue.standards, { ...base(document, node), ...own });
      } else if (ast.isThreat(node)) add(catalogue.threats, { ...base(document, node), leadsTo: namesOf(node.harms) });
      else if (ast.isAttackMethod(node)) add(catalogue.attacks, { ...base(document, node), leadsTo: namesOf(node.threats) });
      else if (ast.isProfile(node)) {
        add(catalogue.profiles, { ...base(document, node), ...readProfile(document, node) });
      } else if (ast.isComponentKind(node)) add(catalogue.componentKinds, readKind(document, node, 'component'));
      else if (ast.isZoneKind(node)) add(catalogue.zoneKinds, readKind(document, node, 'zone'));
      else if (ast.isDataClass(node)) add(catalogue.dataClasses, readKind(document, node, 'data'));
      else if (ast.isService(node)) add(catalogue.services, readKind(document, node, 'service'));
    }
  }
  // Conditions compare with attributes whose types have to be known by now.
  readNamedConditions(named, catalogue);
  const known = knownIn(catalogue);
  const cites = readCites(ordered);
  for (const { document, node } of later) {
    if (ast.isControl(node)) add(catalogue.controls, readControl(document, node, known));
    else if (ast.isHarm(node)) add(catalogue.harms, { ...base(document, node), see: readCitations(document, node.see, known) });
    else if (ast.isMechanism(node)) add(catalogue.mechanisms, readMechanism(document, node, known));
    else add(catalogue.requirements, readRequirement(document, node, known, cites.get(node.name) ?? []));
  }
  return catalogue;
}

function emptyCatalogue(): Mutable<Catalogue> {
  return {
    componentKinds: new Map(),
    zoneKinds: new Map(),
    dataClasses: new Map(),
    services: new Map(),
    controls: new Map(),
    mechanisms: new Map(),
    attributes: new Map(),
    standards: new Map(),
    harms: new Map(),
    threats: new Map(),
    attacks: new Map(),
    requirements: new Map(),
    profiles: new Map(),
    conditions: new Map(),
  };
}

type Defined = AstNode & { name: string; title?: string; also?: string[]; notes?: ast.Note[] };

function base(document: LangiumDocument, node: Defined): Definition {
  return {
    name: node.name,
    title: node.title,
    also: node.also ?? [],
    documentation: documentationOf(node),
    notes: (node.notes ?? []).map((note) => note.text),
    range: nameRange(document, node),
    builtIn: isBuiltIn(document.uri),
  };
}

type KindNode = ast.ComponentKind | ast.ZoneKind | ast.DataClass | ast.Service;

function readKind(document: LangiumDocument, node: KindNode, sort: KindSort): Kind {
  const { settings, controls, mechanisms, notes } = readBody(document, node.body);
  const kind = { ...base(document, node), notes, sort, parents: namesOf(node.parents), settings, controls, mechanisms };
  return ast.isService(node) ? { ...kind, excludes: readBody(document, node.exclusions).settings } : kind;
}

function readControl(document: LangiumDocument, node: ast.Control, known: Known): Control {
  return {
    ...base(document, node),
    places: node.places as Place[],
    implies: namesOf(node.implies),
    protects: (node.protects[0] ?? 'channel') as Protected,
    asks: node.asks[0],
    limits: node.limits.flatMap(({ condition, because }) => {
      const read = readCondition(condition, known);
      return read === undefined ? [] : [{ condition: read, because: because[0] ?? '' }];
    }),
  };
}

function readMechanism(document: LangiumDocument, node: ast.Mechanism, known: Known): Mechanism {
  return {
    ...base(document, node),
    parents: namesOf(node.parents),
    places: node.places as Place[],
    provides: namesOf(node.provides),
    weaknesses: node.weaknesses.map((weakness) => ({ controls: namesOf(weakness.controls), because: weakness.because[0] ?? '' })),
    exclusive: node.exclusive.length > 0,
    suits: readCondition(node.suits[0], known),
    carriers: namesOf(node.carriers),
    fits: readCondition(node.fits[0], known),
    homes: namesOf(node.homes),
    strangers: namesOf(node.strangers),
    family: node.family.length > 0,
    see: readCitations(document, node.see, known),
  };
}

function readProfile(document: LangiumDocument, node: ast.Profile): Omit<Profile, keyof Definition> {
  return {
    extends: namesOf(node.extends),
    includes: namesOf(node.includes),
    omissions: node.omissions.map((omission) => ({
      requirements: namesOf(omission.requirements),
      because: omission.because[0],
      range: rangeOf(document, omission),
    })),
    demands: [...new Set(node.demands as Demand[])],
  };
}

export function typeOfAttribute(node: ast.Attribute): ValueType {
  const [only] = node.words;
  if (node.words.length === 1 && isTypeName(only)) return { kind: only };
  return node.words.length === 0 ? { kind: 'text' } : { kind: 'words', words: node.words };
}

const typeNames = ['boolean', 'integer', 'duration', 'text', 'date'] as const;

function isTypeName(word: string | undefined): word is (typeof typeNames)[number] {
  return (typeNames as readonly (string | undefined)[]).includes(word);
}

function readCitations(document: LangiumDocument, nodes: readonly ast.Citation[], known: Known): Citation[] {
  return nodes
    .filter((node) => node.standard !== undefined)
    .map((node) => ({
      standard: node.standard.$refText,
      clause: node.clause,
      part: node.part,
      condition: readCondition(node.condition, known),
      unverified: node.unverified,
      range: rangeOf(document, node),
    }));
}

/** What `cite` statements add, by requirement. */
function readCites(documents: readonly LangiumDocument[]): Map<string, Citation[]> {
  const cites = new Map<string, Citation[]>();
  for (const document of documents) {
    for (const cite of modelOf(document).cites) {
      if (cite.standard === undefined) continue;
      const { clause, part } = cite;
      const citation = {
        standard: cite.standard.$refText,
        clause,
        part,
        condition: undefined,
        unverified: false,
        range: rangeOf(document, cite),
      };
      for (const name of namesOf(cite.requirements)) cites.set(name, [...(cites.get(name) ?? []), citation]);
    }
  }
  return cites;
}

function readRequirement(document: LangiumDocument, node: ast.Requirement, known: Known, cites: readonly Citation[]): Requirement {
  return {
    ...base(document, node),
    category: node.categories[0],
    severity: readSeverity(node.severities[0], known),
    // While it is being written, a rule may not say yet what it applies to.
    rules: node.rules.filter((rule) => rule.place !== undefined).map((rule) => readRule(document, rule, known)),
    refines: namesOf(node.refines),
    bundles: namesOf(node.bundles),
    mitigates: namesOf(node.mitigates),
    see: [...readCitations(document, node.see, known), ...cites],
    because: node.because[0],
    guidance: node.guidance[0],
  };
}

function readSeverity(clause: ast.SeverityClause | undefined, known: Known): SeverityRule {
  const branches: { severity: Severity; condition: NonNullable<ReturnType<typeof readCondition>> }[] = [];
  let severity = (clause?.first ?? 'medium') as Severity;
  for (const branch of clause?.branches ?? []) {
    const condition = readCondition(branch.condition, known);
    if (condition !== undefined) branches.push({ severity, condition });
    severity = (branch.otherwise ?? severity) as Severity;
  }
  return { branches, otherwise: severity };
}

function readRule(document: LangiumDocument, rule: ast.Rule, known: Known): Rule {
  const needs = rule.needs.map((line): NeedLine | undefined => {
    const need = readNeed(line.need, known);
    return need && { need, condition: readCondition(line.condition, known) };
  });
  return {
    place: rule.place as Place,
    condition: readCondition(rule.condition, known),
    situation: rule.situations[0],
    needs: needs.filter(isDefined),
    range: rangeOf(document, rule),
  };
}
