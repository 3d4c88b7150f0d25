import { isAstNode, type AstNode, type AstNodeDescription } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { detailOf, names } from '../navigation/detail.js';
import { importable } from './auto-import.js';
import { opensStatement } from './cursor.js';
import { detail, kindOf, type Offer } from './offer.js';
import type { Situation } from './situation.js';

const keywords: Readonly<Record<string, string>> = { Zone: 'zone', Component: 'component', Data: 'data', Link: 'link', Flow: 'flow' };

/** Elements of some types that the file sees, in the order of the text; then what an import would make visible. */
export function elementsOf(types: readonly string[], situation: Situation, choose: (name: string) => boolean = () => true): Offer[] {
  const { services, document, listed } = situation;
  const offers = new Map<string, Offer>();
  for (const [name, [description]] of services.shared.meter.Visibility.elements(document.uri)) {
    if (description !== undefined && types.includes(description.type)) offers.set(name, elementOffer(description));
  }
  // A half-written statement swallows the next one, whose name is wanted all the same.
  for (const { type, name } of declaredInText(situation)) {
    if (types.includes(type) && !offers.has(name)) offers.set(name, { label: name, kind: kindOf(type), detail: type.toLowerCase() });
  }
  for (const offer of importable(types, situation)) if (!offers.has(offer.label)) offers.set(offer.label, offer);
  return [...offers.values()].filter(({ label }) => !listed.has(label) && choose(label));
}

export function elementOffer({ type, name, documentUri, node }: AstNodeDescription): Offer {
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
  const kinds = names((node as { kinds?: Parameters<typeof names>[0] }).kinds);
  return kinds === '' ? title : `${title}; ${kinds}`;
}

function* declaredInText({ cursor }: Situation): Iterable<{ type: string; name: string }> {
  for (const tokens of [cursor.before, cursor.after]) {
    for (const [index, token] of tokens.entries()) {
      const name = tokens[index + 1];
      const type = Object.keys(keywords).find((one) => keywords[one] === token.image);
      if (type === undefined || name === undefined || !/^[\p{L}\d_]/u.test(name.image)) continue;
      if (opensStatement(cursor.text, token, name)) yield { type, name: name.image };
    }
  }
}
