import { URI, UriUtils, type LangiumDocument } from 'langium';
import { isComponent, isData, isFlow, isImport, isLink, isZone, type Element } from '../../language/generated/ast.js';
import { formatEdits } from '../../language/formatting/format.js';
import { importsOf } from '../../language/names/imports.js';
import {
  edited,
  importing,
  importOf,
  lineEndAt,
  lineEndsOf,
  namesLike,
  ownLineStart,
  replacing,
  withLineEnds,
  type Edit,
} from '../../language/writing/index.js';
import { rangeOfNode } from '../../language/read/range.js';
import type { Snapshot } from '../../workspace/index.js';
import { neededBy, referencesIn, type Needed } from './needed.js';
import type { ActionDeed } from '../action-titles.js';
import { isEmpty, type RefactoringOffer, type Refactoring, type Selection } from './refactoring.js';
import { blocksOf, stretchesOf, type Block } from './statements.js';

/** Zones and data, and what is selected with them, go into a new file that this one imports. */
export const extract: Refactoring = { kind: 'refactor.extract.meterlint', offers };

async function offers(selection: Selection): Promise<RefactoringOffer[]> {
  const { document, model, text, snapshot } = selection;
  // An untitled file has no folder that another one could lie in.
  if (!selection.createsFiles || document.uri.scheme === 'untitled') return [];
  const blocks = blocksOf(model, text);
  const chosen = chosenOf(selection, blocks);
  const needed = chosen === undefined ? undefined : neededBy(chosen, document, model, snapshot);
  if (chosen === undefined || needed === undefined || !staysInUse(needed, document, model.designs.length > 0)) return [];
  const moved = blocks.filter(({ node }) => needed.moved.has(node as Element));
  const uri = await freeFile(chosen.find(isZone)?.name ?? chosen.find(isData)!.name, selection);
  const file = UriUtils.basename(uri);
  const emptied = importsToLeaveOut(needed, document, model.designs.length > 0, snapshot);
  const replaced = blocks.findLast(({ node }) => emptied.delete(node));
  const taken = stretchesOf(new Set<unknown>([...needed.moved, ...emptied]), blocks, text).map((stretch) => ({ ...stretch, newText: '' }));
  const changes: Edit[] = [importAt(blocks, replaced, document, file), ...taken.map((one) => ({ uri: document.uri.toString(), ...one }))];
  const along = [...needed.moved].filter((one) => !chosen.includes(one));
  const does: ActionDeed = ['moveToFile', chosen.map(namedWithSort), along.map(namedWithSort), file];
  return [{ does, changes, creates: { uri, text: newText(moved, needed, document, snapshot) } }];
}

/** The elements that are selected, with a zone or data among them; where nothing is selected, the zone or data at the cursor. */
function chosenOf(selection: Selection, blocks: readonly Block[]): Element[] | undefined {
  const touched = blocks.filter(({ node }) => node.$cstNode!.offset <= selection.end && node.$cstNode!.end >= selection.start);
  // A selection of whole lines ends where the next statement begins.
  const within = isEmpty(selection)
    ? touched.slice(0, 1)
    : touched.filter(({ node }) => node.$cstNode!.offset < selection.end && node.$cstNode!.end > selection.start);
  const elements = within.map(({ node }) => node).filter(isMovable);
  if (elements.length < within.length || !elements.some((one) => isZone(one) || isData(one))) return undefined;
  return elements;
}

function isMovable(node: Block['node']): node is Element {
  return isZone(node) || isData(node) || isComponent(node) || isLink(node) || isFlow(node);
}

/** Whether something here still uses what has moved; an import that nothing uses would be reported. */
function staysInUse({ moved }: Needed, document: LangiumDocument, hasDesign: boolean): boolean {
  const names = new Set([...moved].map((one) => ('name' in one ? one.name : '')));
  const rest = (offset: number) => ![...moved].some(({ $cstNode }) => offset >= $cstNode!.offset && offset < $cstNode!.end);
  const own = document.uri.toString();
  return (
    hasDesign ||
    referencesIn(document).some(
      ({ offset, description }) => rest(offset) && description?.documentUri.toString() === own && names.has(description.name),
    )
  );
}

/** Imports of a fragment that only the moved elements used: the new file has them, and here they would be reported. */
function importsToLeaveOut(needed: Needed, document: LangiumDocument, hasDesign: boolean, snapshot: Snapshot): Set<unknown> {
  if (hasDesign) return new Set();
  const inMoved = (offset: number) => [...needed.moved].some(({ $cstNode: cst }) => offset >= cst!.offset && offset < cst!.end);
  const stillUsed = new Set(
    referencesIn(document).flatMap(({ offset, description }) =>
      description === undefined || inMoved(offset) ? [] : [description.documentUri.toString()],
    ),
  );
  return new Set(
    importsOf(document).filter(({ path }) => {
      const target = snapshot.importedFrom(document, path);
      if (target === undefined || !needed.files.has(target.uri.toString())) return false;
      return !snapshot.visibleFrom(target).some((file) => stillUsed.has(file.uri.toString()));
    }),
  );
}

/** In the place of one that goes, else behind the last import, else before the first statement. */
function importAt(blocks: readonly Block[], replaced: Block | undefined, document: LangiumDocument, file: string): Edit {
  const text = document.textDocument.getText();
  if (replaced !== undefined) return replacing(rangeOfNode(document, replaced.node), importOf(file));
  const last = blocks.findLast(({ node }) => isImport(node))?.node.$cstNode?.end;
  return importing(document.uri.toString(), text, file, last, ownLineStart(text, blocks[0]!.start));
}

/** In the style of the formatter, and with the line ends of the file that it comes from. */
function newText(moved: readonly Block[], { files }: Needed, document: LangiumDocument, snapshot: Snapshot): string {
  const text = document.textDocument.getText();
  const folder = UriUtils.dirname(document.uri);
  const paths = [...files].map((uri) => UriUtils.relative(folder, URI.parse(uri))).sort();
  const imports = paths.map((path) => `${importOf(path)}\n`).join('');
  const parts = moved.map((block, index) => {
    const before = moved[index - 1];
    const gap = before === undefined ? '' : text.slice(before.end, block.start);
    const isApart = gap.trim() !== '' || lineEndsOf(gap).length > 1;
    return `${before === undefined ? '' : isApart ? '\n\n' : '\n'}${text.slice(block.start, block.end)}`;
  });
  const plain = withLineEnds(`${imports}${imports === '' ? '' : '\n'}${parts.join('')}\n`, lineEndAt(text, moved[0]!.start));
  return edited(plain, formatEdits(plain, snapshot.parse(plain)));
}

/** A name that no file of the folder has; disks that make no difference between `Home` and `home` are thought of. */
async function freeFile(name: string, { document, snapshot, exists }: Selection): Promise<URI> {
  const folder = UriUtils.dirname(document.uri);
  const known = new Set(snapshot.documents.map(({ uri }) => uri.toString().toLowerCase()));
  const names = namesLike(name);
  for (;;) {
    const uri = UriUtils.joinPath(folder, `${names.next().value}.meter`);
    if (!known.has(uri.toString().toLowerCase()) && !(await exists(uri))) return uri;
  }
}

function namedWithSort(element: Element): string {
  return `${element.$type.toLowerCase()} ${'name' in element ? element.name : ''}`;
}
