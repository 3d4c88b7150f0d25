import { citationsOn } from '../../summary/citations.js';
import { openSentence } from '../../report/message.js';
import { restWords } from '../../report/count.js';
import { tellElement, type ToldRequirement } from '../../report/element.js';
import { tallyWords } from '../../report/tally.js';
import { citationWords, shapes } from '../../report/words.js';
import type { Assessment, Finding } from '../../review/index.js';
import { bounded, bullets, code, namesAsCode, escapedText } from '../markdown.js';

export interface StateParts {
  /** What is open. */
  readonly open: readonly string[];
  readonly rest: readonly string[];
}

/** The requirements of an element by state: open ones in full, met and decided ones with a short why, the others by their reason. */
export function stateParts(element: string, assessment: Assessment): StateParts {
  const { open, elsewhere, decided, met, notApplicable } = tellElement(element, assessment);
  const away = notApplicable.reduce((sum, { requirements }) => sum + requirements.length, 0);
  const state = (wanted: string) => decided.filter((one) => one.state === wanted);
  const tally = tallyWords(
    open.map(({ finding }) => finding),
    [],
  );
  const openParts = [
    section(
      `Open: ${tally}`,
      bounded(
        open,
        ({ finding, requirement }) =>
          `${shapes[finding.severity]} ${finding.severity} ${code(requirement)} ${escapedText(`${openSentence(finding, assessment)}.${sayingSo(finding, assessment)}`)}`,
        { most: 8, characters: 4000 },
        (rest) => `and ${rest.length} more: ${restWords(rest.map(({ finding }) => finding))}`,
      ),
    ),
    section('Open, reported with another requirement', told(elsewhere, 3)),
  ];
  const rest = [
    section('Accepted', told(state('accepted'), 5)),
    section('Excluded', told(state('excluded'), 5)),
    section(`Met: ${met.length}`, told(met, 6)),
    section(
      `Not applicable: ${away}`,
      bounded(
        notApplicable,
        ({ why, requirements }) => `${escapedText(why)}: ${namesAsCode(requirements, 3)}`,
        { most: 4 },
        (rest) => `for ${rest.length} other reasons: ${rest.reduce((sum, { requirements }) => sum + requirements.length, 0)} more`,
      ),
    ),
  ];
  const isTold = (part: string) => part !== '';
  return { open: openParts.filter(isTold), rest: rest.filter(isTold) };
}

/** Places that a line has room for. */
const mostPlaces = 3;

/** ` Says so: IEC 62443-3-3, SR 3.5; NISTIR 7628, SG.IA-4; and 2 more.`; nothing where no document is cited. */
function sayingSo({ requirement, element }: Finding, assessment: Assessment): string {
  const { catalogue } = assessment.architecture;
  const places = citationsOn(catalogue.requirements.get(requirement), element, assessment);
  if (places.length === 0) return '';
  const shown = places.slice(0, mostPlaces).map((citation) => citationWords(citation, catalogue));
  const left = places.length - shown.length;
  return ` Says so: ${shown.join('; ')}${left === 0 ? '' : `; and ${left} more`}.`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `**${escapedText(title)}**\n\n${bullets(lines)}`;
}

function told(list: readonly ToldRequirement[], most: number): string[] {
  return bounded(
    list,
    ({ requirement, words }) => `${code(requirement)} ${escapedText(words)}`,
    { most, characters: 1500 },
    (rest) =>
      `and ${rest.length} more: ${namesAsCode(
        rest.map(({ requirement }) => requirement),
        8,
      )}`,
  );
}
