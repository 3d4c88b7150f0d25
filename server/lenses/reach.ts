import type { LangiumDocument } from 'langium';
import { inquiriesOf } from '../../reach/index.js';
import { pathTo } from '../reach/rows.js';
import { worstTitle } from '../../report/reach/worst.js';
import { elementNamed } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import { protocolRangeOf } from '../range.js';
import type { Switches } from '../switches.js';
import type { Lens } from './provider.js';

/** Of a file that more designs share, the rest is left to the view. */
const mostDesigns = 4;

/**
 * Above the elements from which most is done: how much, and what would end it. Where it is not found out yet nothing is said; who asks for lenses
 * waits for it.
 */
export function reachLenses(document: LangiumDocument, snapshot: Snapshot, settings: Switches): Lens[] {
  if (!settings.isOn('codeLens.reach')) return [];
  const uri = document.uri.toString();
  const designs = snapshot.designsOf(uri);
  const told = new Map<string, Lens & { readonly names: string[] }>();
  for (const architecture of designs) {
    for (const worst of inquiriesOf(snapshot.assessmentOf(architecture)).worst.known ?? []) {
      const element = elementNamed(architecture, worst.row.foothold.element);
      if (element?.file !== uri) continue;
      const title = worstTitle(worst);
      const key = `${element.name} ${title}`;
      const known = told.get(key);
      if (known !== undefined) known.names.push(architecture.design.name);
      else {
        const query = { designs: [architecture.files[0]!], element: element.name };
        const row = { path: pathTo(worst, architecture, snapshot) };
        told.set(key, { range: protocolRangeOf(snapshot.sources.rangeOf(element)), title, query, row, names: [architecture.design.name] });
      }
    }
  }
  return [...told.values()].map(({ names, title, ...lens }) => {
    const shown = `${names.slice(0, mostDesigns).join(', ')}${names.length > mostDesigns ? ', …' : ''}`;
    return { ...lens, title: designs.length > 1 ? `${shown}: ${title}` : title };
  });
}
