import { isAstNode, URI } from 'langium';
import { MeterHover } from '../hover/index.js';
import type { MeterServerServices } from '../module.js';
import type { About } from './offer.js';

/** What hovering over the name would show. */
export function descriptionOf({ type, name, uri }: About, services: MeterServerServices): string | undefined {
  const { Visibility } = services.shared.meter;
  const table = uri === undefined ? Visibility.definitions(type) : Visibility.elements(URI.parse(uri));
  const node = table.get(name)?.find((description) => uri === undefined || description.documentUri.toString() === uri)?.node;
  const hover = services.lsp.HoverProvider;
  return isAstNode(node) && hover instanceof MeterHover ? hover.describe(node) : undefined;
}
