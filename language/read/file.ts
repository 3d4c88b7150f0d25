import type { LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type { Decision, Design, Phase } from '../model/architecture.js';
import type { ModelPart } from '../source/map.js';
import { isBroken } from '../parsing/broken.js';
import { modelOf } from '../parsing/model.js';
import { readDecision, readDesign, readPhase, type WrittenElement } from './elements.js';
import { isDefined } from './condition.js';
import { haveSameData, kept } from './kept.js';
import { OriginNotes, type PartOrigin, type PartOrigins } from './origins.js';
import { readVariant, type WrittenVariant } from './variants.js';
import type { ReadStatements } from './statements.js';
import { written } from '../parsing/written.js';

/** What one file says of designs, by itself. */
export interface FileReading {
  /** The file's own design, or the one that stands for it as a fragment. */
  readonly design: Design;
  /** In the order of the text, as they are declared: of two with one name, both. */
  readonly elements: readonly WrittenElement[];
  /** Names of elements that are still being written. */
  readonly unfinished: ReadonlySet<string>;
  /** Without those that are still being written, as nobody knows yet what they will say. */
  readonly decisions: readonly Decision[];
  readonly phases: readonly Phase[];
  readonly variants: readonly WrittenVariant[];
  /** The names of all statements in the order of the text, the design's own among them. */
  readonly order: readonly string[];
}

export interface PlacedReading {
  readonly reading: FileReading;
  readonly origins: PartOrigins;
}

/** Reads a file; what says the same as it did before is the same object, and so is the whole reading where all of it does. */
export function readFile(document: LangiumDocument, before: FileReading | undefined, statements: ReadStatements): PlacedReading {
  const notes = new OriginNotes(document.uri.toString());
  const fresh = freshReading(document, notes, statements);
  return keepParts(fresh, notes.all, before);
}

function freshReading(document: LangiumDocument, notes: OriginNotes, statements: ReadStatements): FileReading {
  const { elements: nodes, designs } = modelOf(document);
  const elements: WrittenElement[] = [];
  const decisions: Decision[] = [];
  const phases: Phase[] = [];
  const variants: WrittenVariant[] = [];
  const unfinished = new Set<string>();
  const order: { readonly name: string; readonly offset: number }[] = [];
  for (const node of nodes) {
    const broken = isBroken(document, node);
    if (ast.isDecision(node)) {
      if (!broken) decisions.push(readDecision(notes, node));
      continue;
    }
    if (written(node.name) === undefined) continue;
    if (ast.isPhase(node)) {
      phases.push(...[readPhase(notes, node)].filter(isDefined));
      continue;
    }
    if (ast.isVariant(node)) {
      variants.push(readVariant(notes, node));
      continue;
    }
    // Of two with one name the first counts.
    if (broken && !elements.some(({ name }) => name === node.name)) unfinished.add(node.name);
    elements.push(statements.read(notes, node));
    order.push({ name: node.name, offset: node.$cstNode?.offset ?? 0 });
  }
  const design = readDesign(notes, document, designs[0]);
  if (!design.implicit) order.push({ name: design.name, offset: designs[0]?.$cstNode?.offset ?? 0 });
  order.sort((one, other) => one.offset - other.offset);
  return { design, elements, unfinished, decisions, phases, variants, order: order.map(({ name }) => name) };
}

function keepParts(fresh: FileReading, placed: PartOrigins, before: FileReading | undefined): PlacedReading {
  if (before === undefined) return { reading: fresh, origins: placed };
  const origins = new Map<ModelPart, PartOrigin>();
  const pair = (old: object, now: object) => {
    const origin = placed.get(now as ModelPart);
    if (origin !== undefined) origins.set(old as ModelPart, origin);
  };
  const design = kept(before.design, fresh.design, pair);
  const elements = keepEach(before.elements, fresh.elements, ({ name }) => name, pair);
  const decisions = keepEach(before.decisions, fresh.decisions, (decision) => JSON.stringify(decision), pair);
  const phases = keepEach(before.phases, fresh.phases, ({ name }) => name, pair);
  const variants = keepEach(before.variants, fresh.variants, ({ variant }) => variant.name, pair);
  // What is new stands where it was just read; what was kept has its origin by now.
  for (const [part, origin] of placed) origins.set(part, origin);
  const order = haveSameData(before.order, fresh.order) ? before.order : fresh.order;
  const unfinished = haveSameData([...before.unfinished], [...fresh.unfinished]) ? before.unfinished : fresh.unfinished;
  const reading: FileReading = { design, elements, unfinished, decisions, phases, variants, order };
  const isSame = (Object.keys(reading) as (keyof FileReading)[]).every((key) => reading[key] === before[key]);
  return { reading: isSame ? before : reading, origins };
}

/** Keeps each part that was there before; of several with one key, the first stays the first. The same list where nothing changed. */
function keepEach<T extends object>(
  before: readonly T[],
  fresh: readonly T[],
  keyOf: (part: T) => string,
  pair: (old: object, now: object) => void,
): readonly T[] {
  const old = new Map<string, T[]>();
  for (const part of before) old.set(keyOf(part), [...(old.get(keyOf(part)) ?? []), part]);
  const now = fresh.map((part) => kept(old.get(keyOf(part))?.shift(), part, pair));
  return now.length === before.length && now.every((part, index) => part === before[index]) ? before : now;
}
