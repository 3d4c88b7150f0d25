import type { AstNode, Reference } from 'langium';
import * as ast from '../../language/generated/ast.js';

const words: Readonly<Record<string, string>> = {
  ZoneKind: 'zone kind',
  ComponentKind: 'component kind',
  DataClass: 'data class',
  AttackMethod: 'attack method',
  AttackStep: 'step of an attack',
  NamedCondition: 'condition',
};

/** What sort of thing a node is, for users. */
export function sortOf(type: string): string {
  return words[type] ?? type.toLowerCase();
}

/** One line that stands beside a name: what an element is and where, and what a definition builds on. */
export function detailOf(node: AstNode): string {
  return whole(node).replace(/\s+/g, ' ').trim();
}

function whole(node: AstNode): string {
  if (ast.isDesign(node)) return ['design', node.title, clause('run by', namesAsWritten(node.parties))].filter(Boolean).join(' ');
  if (ast.isZone(node) || ast.isComponent(node)) {
    return [namesAsWritten(node.kinds), clause('in', namesAsWritten(node.zones)), clause('run by', namesAsWritten(node.parties))]
      .filter(Boolean)
      .join(' ');
  }
  if (ast.isData(node)) return namesAsWritten(node.kinds);
  if (ast.isLink(node)) {
    const ends = `${namesAsWritten(node.sources)} ${node.direction ?? '->'} ${namesAsWritten(node.targets)}`;
    return [ends, clause('in', namesAsWritten(node.zones))].filter(Boolean).join(' ');
  }
  if (ast.isFlow(node)) {
    const path = node.path.map((stop) => namesAsWritten(stop.components)).join(' -> ');
    return node.kinds.length === 0 ? path : `${namesAsWritten(node.kinds)}: ${path}`;
  }
  if (ast.isVariant(node)) return ['variant', clause('of', namesAsWritten(node.designs))].filter(Boolean).join(' ');
  if (ast.isPhase(node)) return ['phase', clause('from', node.days[0])].filter(Boolean).join(' ');
  if (ast.isComponentKind(node) || ast.isZoneKind(node) || ast.isDataClass(node) || ast.isService(node) || ast.isMechanism(node)) {
    return [sortOf(node.$type), clause('is', namesAsWritten(node.parents))].filter(Boolean).join(' ');
  }
  if (ast.isControl(node)) return ['control', clause('on', node.sorts.join(', '))].filter(Boolean).join(' ');
  if (ast.isAttribute(node)) return `attribute: ${node.words.join(' | ')}`;
  return clause(`${sortOf(node.$type)}:`, (node as { title?: string }).title) || sortOf(node.$type);
}

/** Names as written, whether they lead somewhere or not. */
export function namesAsWritten(references: readonly Reference[] | undefined): string {
  return (references ?? []).map(({ $refText }) => $refText).join(', ');
}

function clause(word: string, text: string | undefined): string {
  return text === undefined || text === '' ? '' : `${word} ${text}`;
}
