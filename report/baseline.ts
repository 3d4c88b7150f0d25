import type { BaselineComparison, BaselineStatus } from '../history/baseline.js';
import { baselineSchema, type BaselineFault } from '../history/baseline-file.js';

/** `2 new (1 of a new requirement), 1 worse, 76 known, 3 gone` */
export function comparisonWords({ statuses, gone, elsewhere, version }: BaselineComparison<unknown>): string {
  const all = [...statuses.values()];
  const count = (against: BaselineStatus['against']) => all.filter((one) => one.against === against).length;
  const added = all.filter(({ newRequirement }) => newRequirement).length;
  const since = added === 0 ? '' : ` (${added} of requirements that the catalogue of ${version} did not have)`;
  const others = elsewhere === 0 ? '' : `; ${elsewhere} more known in designs that are not reviewed here`;
  return `${count('new')} new${since}, ${count('worse')} worse, ${count('known')} known, ${gone.length} gone${others}`;
}

/** `new`, `new requirement`, `worse: was weak, medium` */
export function statusWords({ against, was, newRequirement }: BaselineStatus): string {
  if (against === 'worse' && was !== undefined) return `worse: was ${was.state}, ${was.severity}`;
  return newRequirement ? 'new requirement' : against;
}

const howTo = '`meterlint baseline` writes one';

/** What is wrong with a baseline: the rest of a sentence that begins with the name of its file. */
export function faultWords(fault: BaselineFault): string {
  switch (fault.kind) {
    case 'foreign':
      return `is no baseline of Meterlint. ${howTo}`;
    case 'other':
      return `is no baseline but ${fault.schema}. ${howTo}`;
    case 'form':
      return `has the form ${fault.schema}, and this version of Meterlint reads ${baselineSchema}. Update Meterlint, or write it anew`;
    case 'conflict':
      return `holds a merge that was not resolved. ${howTo} anew`;
    case 'unparsed':
      return `is not JSON, perhaps only half of it is there. ${howTo}`;
    case 'broken':
      return `is a broken baseline: ${brokenWords(fault.part)}. ${howTo}`;
  }
}

function brokenWords(part: Extract<BaselineFault, { kind: 'broken' }>['part']): string {
  switch (part) {
    case 'version':
      return '"version" is not a text';
    case 'requirements':
      return '"requirements" is not a list of ids';
    case 'files':
      return '"files" is not a list of paths';
    case 'findings':
      return '"findings" is not a list';
    default:
      return `entry ${part.entry} of "findings" is not an object with id, state and severity`;
  }
}
