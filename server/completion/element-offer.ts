import { isAstNode, type AstNode, type AstNodeDescription } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { detailOf, namesAsWritten } from '../navigation/detail.js';
import { detail, kindOf, type CompletionOffer } from './offer.js';

/** An element that some file declares, with what it is. */
export function elementOffer({ type, name, documentUri, node }: AstNodeDescription): CompletionOffer {
  const told = isAstNode(node) ? (titleOf(node) ?? detailOf(node)) : undefined;
  return {
    label: name,
    kind: kindOf(type),
    detail: detail([told ?? type.toLowerCase()]),
    about: { type, name, uri: documentUri.toString() },
  };
}

function titleOf(node: AstNode): string | undefined {
  const { title } = node as { title?: string };
  if (title === undefined || title === '') return undefined;
  return ast.isLink(node) || ast.isFlow(node) ? `${title}: ${detailOf(node)}` : withKinds(title, node);
}

function withKinds(title: string, node: AstNode): string {
  const kinds = namesAsWritten((node as { kinds?: Parameters<typeof namesAsWritten>[0] }).kinds);
  return kinds === '' ? title : `${title}; ${kinds}`;
}
