import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import type {
  AttackMethod,
  Attribute,
  Citation,
  Control,
  Definition,
  Demand,
  Harm,
  Kind,
  KindSort,
  Mechanism,
  NeedLine,
  ElementSort,
  Profile,
  Protected,
  Requirement,
  Rule,
  Severity,
  SeverityRule,
  Standard,
  Threat,
  Yield,
} from '../model/catalogue.js';
import type { ServiceRole } from '../model/service-role.js';
import type { ValueType } from '../model/value.js';
import { referredNames, readBody } from './body.js';
import { isDefined, readCondition, readNeed, type Known } from './condition.js';
import type { OriginNotes } from './origins.js';
import { documentationOf } from './range.js';
import { readValue } from './value.js';
import { written } from '../parsing/written.js';

/** What the definitions of one file are read with: where their parts are noted, and whether the file is shipped with the product. */
export interface DefinitionFile {
  readonly origins: OriginNotes;
  readonly builtIn: boolean;
}

type Defined = AstNode & { name: string; title?: string; also?: string[]; notes?: ast.Note[] };

/** What every definition has. */
export function readBase({ origins, builtIn }: DefinitionFile, node: Defined): Definition {
  return {
    name: node.name,
    title: node.title,
    also: node.also ?? [],
    documentation: documentationOf(node),
    notes: (node.notes ?? []).map((note) => note.text),
    file: origins.uri,
    builtIn,
  };
}

export function readAttribute(file: DefinitionFile, node: ast.Attribute): Attribute {
  const own = {
    sorts: node.sorts as ElementSort[],
    type: typeOfAttribute(node),
    default: readValue(node.defaults[0]),
    asks: node.asks[0],
    counts: node.yields[0] as Yield | undefined,
  };
  return file.origins.at({ ...readBase(file, node), ...own }, node);
}

export function readStandard(file: DefinitionFile, node: ast.Standard): Standard {
  const { publisher, edition, url, source } = node;
  const own = { publisher: publisher[0], edition: edition[0], url: url[0], source: source.length > 0 };
  return file.origins.at({ ...readBase(file, node), ...own }, node);
}

export function readThreat(file: DefinitionFile, node: ast.Threat): Threat {
  return file.origins.at({ ...readBase(file, node), leadsTo: referredNames(node.harms) }, node);
}

export function readAttack(file: DefinitionFile, node: ast.AttackMethod, known: Known): AttackMethod {
  const attack: AttackMethod = {
    ...readBase(file, node),
    leadsTo: referredNames(node.threats),
    sequences: node.sequences.map(({ steps }) => referredNames(steps)),
    counteredBy: referredNames(node.requirements),
    see: readCitations(file.origins, node.see, known),
  };
  return file.origins.at(attack, node);
}

export function readHarm(file: DefinitionFile, node: ast.Harm, known: Known): Harm {
  const [counting] = node.counts;
  const counts = counting && { hold: counting.hold as Yield, kind: counting.kind?.$refText };
  return file.origins.at({ ...readBase(file, node), counts, see: readCitations(file.origins, node.see, known) }, node);
}

type KindNode = ast.ComponentKind | ast.ZoneKind | ast.DataClass | ast.Service;

export function readKind(file: DefinitionFile, node: KindNode, sort: KindSort): Kind {
  const { settings, controls, mechanisms, notes } = readBody(file.origins, node.body);
  const kind = { ...readBase(file, node), notes, sort, parents: referredNames(node.parents), settings, controls, mechanisms };
  const whole = ast.isService(node)
    ? { ...kind, excludes: readBody(file.origins, node.exclusions).settings, roles: readRoles(node.roles) }
    : kind;
  return file.origins.at(whole, node);
}

/** Of two with one name the first counts. */
function readRoles(roles: readonly ast.ServiceRole[]): ServiceRole[] {
  const read = roles
    .filter(({ name }) => written(name) !== undefined)
    .map(({ name, title, kinds }): ServiceRole => ({ name, title, kinds: referredNames(kinds) }));
  return read.filter(({ name }, index) => read.findIndex((one) => one.name === name) === index);
}

export function readControl(file: DefinitionFile, node: ast.Control, known: Known): Control {
  const control: Control = {
    ...readBase(file, node),
    sorts: node.sorts as ElementSort[],
    implies: referredNames(node.implies),
    protects: (node.protects[0] ?? 'channel') as Protected,
    asks: node.asks[0],
    limits: node.limits.flatMap(({ condition, because }) => {
      const read = readCondition(condition, known);
      return read === undefined ? [] : [{ condition: read, because: because[0] ?? '' }];
    }),
  };
  return file.origins.at(control, node);
}

export function readMechanism(file: DefinitionFile, node: ast.Mechanism, known: Known): Mechanism {
  const mechanism: Mechanism = {
    ...readBase(file, node),
    parents: referredNames(node.parents),
    sorts: node.sorts as ElementSort[],
    provides: referredNames(node.provides),
    weaknesses: node.weaknesses.map((weakness) => ({ controls: referredNames(weakness.controls), because: weakness.because[0] ?? '' })),
    exclusive: node.exclusive.length > 0,
    suits: readCondition(node.suits[0], known),
    carriers: referredNames(node.carriers),
    fits: readCondition(node.fits[0], known),
    homes: referredNames(node.homes),
    strangers: referredNames(node.strangers),
    family: node.family.length > 0,
    see: readCitations(file.origins, node.see, known),
  };
  return file.origins.at(mechanism, node);
}

export function readProfile(file: DefinitionFile, node: ast.Profile): Profile {
  const profile: Profile = {
    ...readBase(file, node),
    extends: referredNames(node.extends),
    includes: referredNames(node.includes),
    omissions: node.omissions.map((omission) =>
      file.origins.at({ requirements: referredNames(omission.requirements), because: omission.because[0] }, omission),
    ),
    demands: [...new Set(node.demands as Demand[])],
  };
  return file.origins.at(profile, node);
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

export function readCitations(origins: OriginNotes, nodes: readonly ast.Citation[], known: Known): Citation[] {
  return nodes
    .filter((node) => written(node.standard) !== undefined)
    .map(({ standard, clause, part, condition, unverified, $cstNode }) =>
      origins.atWord(
        { standard: standard.$refText, clause, part, condition: readCondition(condition, known), unverified, file: origins.uri },
        $cstNode,
      ),
    );
}

/** What a `cite` statement adds to each requirement that it names; undefined while it names no standard. */
export function readCite(origins: OriginNotes, cite: ast.Cite): Citation | undefined {
  if (written(cite.standard) === undefined) return undefined;
  const { standard, clause, part } = cite;
  return origins.at({ standard: standard.$refText, clause, part, condition: undefined, unverified: false, file: origins.uri }, cite);
}

export function readRequirement(file: DefinitionFile, node: ast.Requirement, known: Known, cites: readonly Citation[]): Requirement {
  const requirement: Requirement = {
    ...readBase(file, node),
    category: node.categories[0],
    severity: readSeverity(node.severities[0], known),
    // While it is being written, a rule may not say yet what it applies to.
    rules: node.rules.filter((rule) => written(rule.sort) !== undefined).map((rule) => file.origins.at(readRule(rule, known), rule)),
    refines: referredNames(node.refines),
    bundles: referredNames(node.bundles),
    mitigates: referredNames(node.mitigates),
    see: [...readCitations(file.origins, node.see, known), ...cites],
    because: node.because[0],
    guidance: node.guidance[0],
  };
  return file.origins.at(requirement, node);
}

function readSeverity(clause: ast.SeverityClause | undefined, known: Known): SeverityRule {
  const branches: { severity: Severity; condition: NonNullable<ReturnType<typeof readCondition>> }[] = [];
  let severity = (clause?.first ?? 'medium') as Severity;
  for (const branch of clause?.branches ?? []) {
    const condition = readCondition(branch.condition, known);
    if (condition !== undefined) branches.push({ severity, condition });
    severity = (written(branch.otherwise) ?? severity) as Severity;
  }
  return { branches, otherwise: severity };
}

function readRule(rule: ast.Rule, known: Known): Rule {
  const needs = rule.needs.map((line): NeedLine | undefined => {
    const need = readNeed(line.need, known);
    return need && { need, condition: readCondition(line.condition, known) };
  });
  return {
    sort: rule.sort as ElementSort,
    condition: readCondition(rule.condition, known),
    situation: rule.situations[0],
    needs: needs.filter(isDefined),
  };
}
