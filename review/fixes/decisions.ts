import type { SourceMap } from '../../language/source/index.js';
import type { Demand, Element } from '../../language/model/index.js';
import { addDays } from '../../language/semantics/index.js';
import { insertedBehind } from '../../language/writing/index.js';
import type { Finding } from '../assessment.js';
import type { Fix } from '../fix.js';

/** Days until an accepted risk is looked at again. */
export const daysToCarry = 90;

export function decisionFixes(finding: Finding, element: Element, date: string, demands: readonly Demand[], sources: SourceMap): Fix[] {
  const { requirement, id } = finding;
  const until = addDays(date, daysToCarry);
  // An owner is asked for where a profile demands one, and is not made up.
  const asksOwner = demands.includes('by');
  const owner = asksOwner ? ' by ""' : '';
  const base = { requirement, on: element.name, preferred: false, finding: id, closes: undefined, bringsIntoScope: [] };
  return [
    {
      ...base,
      kind: 'accept',
      until,
      asksOwner,
      edits: [insertedBehind(sources.sourceOf(element), `accept ${requirement} on ${element.name} until ${until} because ""${owner}`)],
    },
    {
      ...base,
      kind: 'exclude',
      edits: [insertedBehind(sources.sourceOf(element), `exclude ${requirement} on ${element.name} because ""`)],
    },
  ];
}
