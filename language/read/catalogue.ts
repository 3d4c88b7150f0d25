import type { LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type { Catalogue, Citation, Definition, Requirement } from '../model/catalogue.js';
import { isBuiltIn } from '../names/imports.js';
import type { ModelPart } from '../source/map.js';
import { modelOf } from '../parsing/model.js';
import { referredNames } from './body.js';
import { knownIn, type Known } from './condition.js';
import {
  readAttack,
  readAttribute,
  readBase,
  readCite,
  readControl,
  readHarm,
  readKind,
  readMechanism,
  readProfile,
  readRequirement,
  readStandard,
  readThreat,
  type DefinitionFile,
} from './definitions.js';
import { kept } from './kept.js';
import { readNamedConditions, type WrittenCondition } from './named-conditions.js';
import { readStep } from './steps.js';
import { OriginNotes, type PartOrigin, type PartOrigins } from './origins.js';
import { written } from '../parsing/written.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer N, infer D> ? Map<N, D> : T[K] };

/** The definitions of some files over those of a layer beneath, and where the parts of this layer stand. */
export interface CatalogueLayer {
  /** With all that lies beneath. */
  readonly catalogue: Catalogue;
  readonly origins: PartOrigins;
  /** Requirements of a layer beneath to which `cite` adds, with what they are there. */
  readonly extended: ReadonlyMap<Requirement, Requirement>;
}

/**
 * Reads the definitions of files; of a name that is defined twice the first counts, and what lies beneath goes before. The files come in
 * an order of their own, so that nothing depends on which was read first. What says the same as in the layer of `before` is the same object,
 * and so is the whole catalogue where all of it does.
 */
export function readLayer(documents: readonly LangiumDocument[], beneath: Catalogue | undefined, before?: Catalogue): CatalogueLayer {
  const own = emptyCatalogue();
  const reading = new LayerReading(own, beneath, before);
  for (const document of documents) reading.readFirst(document);
  reading.readLater(documents);
  return { catalogue: layered(own, beneath, before), origins: reading.origins, extended: reading.extended };
}

class LayerReading {
  readonly origins = new Map<ModelPart, PartOrigin>();
  readonly extended = new Map<Requirement, Requirement>();
  private readonly named: WrittenCondition[] = [];
  private readonly later: { file: DefinitionFile; node: Conditioned }[] = [];
  private readonly notes: OriginNotes[] = [];

  constructor(
    private readonly own: Mutable<Catalogue>,
    private readonly beneath: Catalogue | undefined,
    private readonly before: Catalogue | undefined,
  ) {}

  /** What needs nothing of other definitions. */
  readFirst(document: LangiumDocument): void {
    const { own } = this;
    const file = this.fileOf(document);
    for (const node of modelOf(document).definitions) {
      if (written(node.name) === undefined) continue;
      if (isConditioned(node)) this.later.push({ file, node });
      else if (ast.isNamedCondition(node)) this.named.push({ file, node, definition: readBase(file, node) });
      else if (ast.isAttribute(node)) this.add('attributes', readAttribute(file, node), own.attributes);
      else if (ast.isStandard(node)) this.add('standards', readStandard(file, node), own.standards);
      else if (ast.isThreat(node)) this.add('threats', readThreat(file, node), own.threats);
      else if (ast.isProfile(node)) this.add('profiles', readProfile(file, node), own.profiles);
      else if (ast.isComponentKind(node)) this.add('componentKinds', readKind(file, node, 'component'), own.componentKinds);
      else if (ast.isZoneKind(node)) this.add('zoneKinds', readKind(file, node, 'zone'), own.zoneKinds);
      else if (ast.isDataClass(node)) this.add('dataClasses', readKind(file, node, 'data'), own.dataClasses);
      else if (ast.isService(node)) this.add('services', readKind(file, node, 'service'), own.services);
    }
  }

  /** What conditions stand in: they compare with attributes whose types have to be known by now. */
  readLater(documents: readonly LangiumDocument[]): void {
    const { own, beneath, before } = this;
    const attributes = over(beneath?.attributes, own.attributes);
    readNamedConditions(this.named, { attributes, beneath: beneath?.conditions, before: before?.conditions, conditions: own.conditions });
    for (const notes of this.notes) this.keepPlaces(notes);
    const known = knownIn({ attributes, conditions: over(beneath?.conditions, own.conditions) });
    const cites = this.readCites(documents);
    for (const { file, node } of this.later) {
      if (ast.isControl(node)) this.add('controls', readControl(file, node, known), own.controls);
      else if (ast.isHarm(node)) this.add('harms', readHarm(file, node, known), own.harms);
      else if (ast.isAttackMethod(node)) this.add('attacks', readAttack(file, node, known), own.attacks);
      else if (ast.isAttackStep(node)) this.addStep(file, node, known);
      else if (ast.isMechanism(node)) this.add('mechanisms', readMechanism(file, node, known), own.mechanisms);
      else this.add('requirements', readRequirement(file, node, known, cites.get(node.name) ?? []), own.requirements);
    }
    for (const [name, added] of cites) {
      const cited = beneath?.requirements.get(name);
      if (cited === undefined) continue;
      const extended = this.keep(before?.requirements.get(name), { ...cited, see: [...cited.see, ...added] });
      this.extended.set(extended, cited);
      own.requirements.set(name, extended);
    }
    for (const notes of this.notes) this.keepPlaces(notes);
  }

  /** While it is being written, a step may not say yet what it is on. */
  private addStep(file: DefinitionFile, node: ast.AttackStep, known: Known): void {
    if (node.sorts[0] !== undefined) this.add('steps', readStep(file, node, known), this.own.steps);
  }

  private fileOf(document: LangiumDocument): DefinitionFile {
    const origins = new OriginNotes(document.uri.toString());
    this.notes.push(origins);
    return { origins, builtIn: isBuiltIn(document.uri) };
  }

  /** A definition that is new stands where it was just read; a kept one got its place when it was kept. */
  private keepPlaces(notes: OriginNotes): void {
    for (const [part, place] of notes.all) if (!this.origins.has(part)) this.origins.set(part, place);
  }

  private add<D extends Definition>(name: keyof Catalogue, definition: D, table: Map<string, D>): void {
    const isTaken = table.has(definition.name) || this.beneath?.[name].has(definition.name) === true;
    if (isTaken) return;
    table.set(definition.name, this.keep(this.before?.[name].get(definition.name) as D | undefined, definition));
  }

  private keep<D extends object>(before: D | undefined, definition: D): D {
    return kept(before, definition, (old, now) => {
      const place = this.notes.map(({ all }) => all.get(now as ModelPart)).find((one) => one !== undefined);
      if (place !== undefined) this.origins.set(old as ModelPart, place);
    });
  }

  /** What `cite` statements add, by requirement. */
  private readCites(documents: readonly LangiumDocument[]): Map<string, Citation[]> {
    const cites = new Map<string, Citation[]>();
    for (const [index, document] of documents.entries()) {
      for (const cite of modelOf(document).cites) {
        const citation = readCite(this.notes[index]!, cite);
        if (citation === undefined) continue;
        for (const name of referredNames(cite.requirements)) cites.set(name, [...(cites.get(name) ?? []), citation]);
      }
    }
    return cites;
  }
}

/** Whether conditions stand in it. */
type Conditioned = ast.Requirement | ast.Mechanism | ast.Control | ast.Harm | ast.AttackStep | ast.AttackMethod;

function isConditioned(node: ast.Definition): node is Conditioned {
  const hasConditions = ast.isRequirement(node) || ast.isMechanism(node) || ast.isControl(node) || ast.isHarm(node);
  return hasConditions || ast.isAttackStep(node) || ast.isAttackMethod(node);
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
    steps: new Map(),
    requirements: new Map(),
    profiles: new Map(),
    conditions: new Map(),
  };
}

/** One table on top of another: the names beneath first, each with what the upper table makes of it. */
function over<D>(beneath: ReadonlyMap<string, D> | undefined, own: ReadonlyMap<string, D>): ReadonlyMap<string, D> {
  if (beneath === undefined) return own;
  return own.size === 0 ? beneath : new Map([...beneath, ...own]);
}

function layered(own: Catalogue, beneath: Catalogue | undefined, before: Catalogue | undefined): Catalogue {
  const tables = Object.keys(own) as (keyof Catalogue)[];
  const whole = Object.fromEntries(
    tables.map((name) => {
      const table = over<unknown>(beneath?.[name], own[name]);
      return [name, before !== undefined && isSame(before[name], table) ? before[name] : table];
    }),
  ) as unknown as Catalogue;
  return before !== undefined && tables.every((name) => whole[name] === before[name]) ? before : whole;
}

function isSame(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): boolean {
  if (before.size !== now.size) return false;
  const old = before.entries();
  return [...now].every(([name, one]) => {
    const [oldName, other] = old.next().value!;
    return name === oldName && one === other;
  });
}
