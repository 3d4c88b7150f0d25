import { isComponent, isData, isDecision, isDesign, isFlow, isImport, isLink, isZone } from '../../language/generated/ast.js';
import type { Architecture, Link } from '../../language/model/index.js';
import { isEmpty, type RefactoringOffer, type Refactoring, type Selection } from './refactoring.js';
import { blankRest, lineEndAt, lineEndsOf, type Edit } from '../../language/writing/index.js';
import { blocksOf, statementsOfFile, type Block } from './statements.js';

/** Puts statements into an order that shows the zones. Nothing but the order changes. */
export const order: Refactoring = { kind: 'refactor.rewrite.meterlint.order', offers };

function* offers(selection: Selection): Iterable<RefactoringOffer> {
  const { document, model, text, start, end, designs } = selection;
  const [design] = designs;
  if (isEmpty(selection) && isElsewhere(selection)) return;
  if (design === undefined || model.designs.length > 1 || hasDoubles(selection)) return;
  const all = blocksOf(model, text, true).filter(({ node }) => !isImport(node));
  const chosen = isEmpty(selection) ? all : all.filter(({ node: { $cstNode: cst } }) => cst!.offset < end && cst!.end > start);
  const zones = zonesInOrder(design);
  const ranked = chosen.map((block, index) => ({ block, index, group: groupOf(block, design, zones) }));
  const sorted = ranked.toSorted((a, b) => compare(a.group, b.group) || a.index - b.index);
  if (sorted.every(({ index }, at) => index === at) || !chosen.some(({ node }) => isZone(node) || isComponent(node))) return;
  yield {
    does: isEmpty(selection) ? ['sortAll'] : ['sortSelected', chosen.length],
    changes: [movedLines(chosen, sorted, document.uri.toString(), text)],
  };
}

/** On what has no zone nobody looks for this. */
function isElsewhere({ model, start }: Selection): boolean {
  const node = statementsOfFile(model).find(({ $cstNode: cst }) => cst!.offset <= start && cst!.end >= start);
  return node !== undefined && !isZone(node) && !isComponent(node) && !isDesign(node);
}

/** Chapter, then zone, then what it is. */
type Group = readonly [chapter: number, zone: number, sort: number];

const chapters = { design: 0, definitions: 1, data: 2, zones: 3, elsewhere: 4, links: 5, flows: 6, decisions: 7 } as const;

function groupOf({ node }: Block, design: Architecture, zones: readonly string[]): Group {
  if (isDesign(node)) return [chapters.design, 0, 0];
  if (isData(node)) return [chapters.data, 0, 0];
  if (isFlow(node)) return [chapters.flows, 0, 0];
  if (isDecision(node)) return [chapters.decisions, 0, 0];
  if (isZone(node)) return [chapters.zones, zones.indexOf(node.name), 0];
  if (isComponent(node)) {
    const zone = design.components.get(node.name)?.zone;
    return zone === undefined || !zones.includes(zone) ? [chapters.elsewhere, 0, 0] : [chapters.zones, zones.indexOf(zone), 1];
  }
  if (isLink(node)) {
    const link = design.links.get(node.name);
    const zone = link === undefined ? undefined : zoneOfEnds(link, design);
    return zone === undefined || !zones.includes(zone) ? [chapters.links, 0, 0] : [chapters.zones, zones.indexOf(zone), 2];
  }
  return [chapters.definitions, 0, 0];
}

/** Each zone before those within it, else in the order of their declarations. */
function zonesInOrder(design: Architecture): readonly string[] {
  const found = new Set<string>();
  const within = (around: string | undefined): void => {
    for (const { name, zone } of design.zones.values()) {
      if (found.has(name) || (zone !== undefined && design.zones.has(zone) ? zone : undefined) !== around) continue;
      found.add(name);
      within(name);
    }
  };
  within(undefined);
  return [...found];
}

/** The zone in which a link stays. */
function zoneOfEnds({ sources, targets }: Link, { components }: Architecture): string | undefined {
  const zones = new Set([...sources, ...targets].map((end) => components.get(end)?.zone));
  return zones.size === 1 ? [...zones][0] : undefined;
}

/** Of a name that is declared twice, the first counts. */
function hasDoubles({ model, designs, document, snapshot }: Selection): boolean {
  const roots = [document.uri.toString(), ...designs.map(({ files }) => files[0]!)];
  const tables = snapshot.documents.filter(({ uri }) => roots.includes(uri.toString())).map((root) => snapshot.elementsFrom(root));
  return model.elements.some((one) => 'name' in one && tables.some((table) => (table.get(one.name)?.length ?? 0) > 1));
}

function compare(a: Group, b: Group): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Blocks in another order. Each takes the end of its last line along; a blank line between two groups ends as the line above it. */
function movedLines(blocks: readonly Block[], sorted: readonly { block: Block; group: Group }[], uri: string, text: string): Edit {
  const parts = sorted.map(({ block, group }, index) => {
    const [own, next] = [lineEndAt(text, block.end), sorted[index + 1]?.group];
    const isApart = next !== undefined && (next[0] !== group[0] || next[1] !== group[1]);
    return text.slice(block.start, block.end) + (isApart ? own + own : own);
  });
  const end = blocks.at(-1)!.end;
  const rest = blankRest(text, end) ?? '';
  // The last line has an end to take along only where one stands behind what moves.
  const takesEnd = lineEndsOf(rest).length > 0;
  const newText = takesEnd ? parts.join('') : parts.join('').replace(/(?:\r\n|\r|\n)$/, '');
  return { uri, start: blocks[0]!.start, end: takesEnd ? end + rest.length : end, newText, moves: true };
}
