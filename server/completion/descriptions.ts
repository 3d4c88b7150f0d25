import type { AstNode } from 'langium';
import * as ast from '../../language/generated/ast.js';
import type { Catalogue } from '../../language/model/index.js';
import { documentationOf } from '../../language/read/range.js';
import { standardName } from '../../review/index.js';
import { escapedText } from '../markdown.js';
import type { Snapshot } from '../../workspace/index.js';
import type { About } from './offer.js';
import { written } from '../../language/parsing/written.js';

/** What hovering over the name would show. */
export function descriptionOf(about: About, snapshot: Snapshot, describe: (node: AstNode) => string | undefined): string | undefined {
  const node = nodeOf(about, snapshot);
  return node === undefined ? undefined : describe(node);
}

/**
 * What its author says of it and what it cites, for clients that want the documentation of all items at once: how each of a thousand
 * elements stands in the review would take long.
 */
export function briefOf(about: About, snapshot: Snapshot): string | undefined {
  const node = nodeOf(about, snapshot);
  if (node === undefined) return undefined;
  const parts: (string | undefined)[] = [documentationOf(node)];
  if (ast.isRequirement(node)) parts.push(node.because[0], node.guidance[0]);
  if ('notes' in node) parts.push(...(node.notes as ast.Note[]).map((note) => note.text));
  if ('see' in node) parts.push((node.see as ast.Citation[]).map((one) => citation(one, snapshot.catalogue)).join('; '));
  const told = parts.filter((part) => part !== undefined && part !== '').map((part) => escapedText(part!));
  return told.length === 0 ? undefined : told.join('\n\n');
}

function citation({ standard, clause, part, unverified }: ast.Citation, catalogue: Catalogue): string {
  const name = written(standard) === undefined ? '' : standardName(standard.$refText, catalogue);
  const told = [...(part ? ['in part'] : []), ...(unverified ? ['unverified'] : [])];
  return `${name}${clause === undefined ? '' : `, ${clause}`}${told.length === 0 ? '' : ` (${told.join('; ')})`}`;
}

function nodeOf({ type, name, uri }: About, snapshot: Snapshot): AstNode | undefined {
  const document = uri === undefined ? undefined : snapshot.documentAt(uri);
  const table = document === undefined ? snapshot.definitionsOf(type) : snapshot.elementsFrom(document);
  const description = table.get(name)?.find((one) => uri === undefined || one.documentUri.toString() === uri);
  return description === undefined ? undefined : snapshot.nodeOf(description);
}
