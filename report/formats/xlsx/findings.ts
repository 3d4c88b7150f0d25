import { conditionWords } from '../../../language/semantics/index.js';
import { elementNamed, leavesOf, type Assessment, type Finding } from '../../../review/index.js';
import { dueOf, partiesToAct } from '../../../summary/acting.js';
import { citationsOn } from '../../../summary/citations.js';
import { harmsOf } from '../../../summary/harms.js';
import { partyWords } from '../../acting.js';
import { locateFinding } from '../../locate.js';
import { findingDetail, openSentence } from '../../message.js';
import type { Reviewed } from '../../problem.js';
import { atStakeOf, stakeSentence } from '../../reach/stake.js';
import { citationWords } from '../../words.js';
import { worstFirst } from '../../../summary/worst-first.js';
import type { ReportContext } from '../format.js';
import { eachAsAsked } from '../lazily.js';
import { severityCell, stateCell, wrappedCell } from './cells.js';
import type { Cell, SheetColumn, Sheet } from './sheet.js';

/** How the work on a finding stands. The review knows the first three; whoever keeps the sheet goes on with the others. */
const statuses = ['open', 'planned', 'to be answered', 'in work', 'done'] as const;

const columns: readonly SheetColumn[] = [
  { title: 'Rank', width: 6 },
  { title: 'Severity', width: 11 },
  { title: 'State', width: 10 },
  { title: 'Requirement', width: 24 },
  { title: 'Title', width: 38 },
  { title: 'Design', width: 14 },
  { title: 'Element', width: 18 },
  { title: 'Sort of element', width: 13 },
  { title: 'Element title', width: 24 },
  { title: 'What is missing', width: 60 },
  { title: 'Why and what to do', width: 70 },
  { title: 'Owner', width: 26 },
  { title: 'Due', width: 12 },
  { title: 'Status', width: 14, choices: statuses },
  { title: 'Devices or homes', width: 11 },
  { title: 'What closes it', width: 40 },
  { title: 'Harms', width: 24 },
  { title: 'References', width: 60 },
  { title: 'File', width: 22 },
  { title: 'Line', width: 6 },
];
/** Only where a way to a harm is known. */
const stakeColumns: readonly SheetColumn[] = [
  { title: 'On ways to harm', width: 10 },
  { title: 'What hangs on it', width: 40 },
];
const baselineColumn: SheetColumn = { title: 'Against the baseline', width: 12 };

/** A row for each finding, in the one order, with its rank in it: whoever sorts by something else finds back. */
export function findingsSheet({ assessments, baseline }: Reviewed, context: ReportContext): Sheet {
  const found = worstFirst(assessments);
  const isOnWays = found.some(({ finding, assessment }) => atStakeOf(finding, assessment) !== undefined);
  const rows = eachAsAsked(found, ({ finding, assessment }, at): Cell[] => [
    { number: at + 1 },
    ...findingCells(finding, assessment, context),
    ...(isOnWays ? stakeCells(finding, assessment) : []),
    ...(baseline === undefined ? [] : [baseline.statuses.get(finding)?.against ?? '']),
  ]);
  return {
    name: 'Findings',
    columns: [...columns, ...(isOnWays ? stakeColumns : []), ...(baseline === undefined ? [] : [baselineColumn])],
    rows,
    frozen: 4,
    notes: [],
  };
}

function findingCells(finding: Finding, assessment: Assessment, context: ReportContext): Cell[] {
  const { architecture } = assessment;
  const { catalogue } = architecture;
  const requirement = catalogue.requirements.get(finding.requirement);
  const { file, line } = locateFinding(finding, assessment, context);
  const missing = leavesOf(finding.gaps).map(
    (leaf) => `${leaf.kind === 'control' ? leaf.control : conditionWords(leaf.condition)} on ${leaf.element}`,
  );
  return [
    severityCell(finding.severity),
    stateCell(finding.state),
    finding.requirement,
    wrappedCell(requirement?.title ?? finding.requirement),
    finding.design,
    finding.element,
    finding.sort,
    wrappedCell(titleOfElement(finding, assessment)),
    wrappedCell(`${openSentence(finding, assessment)}.`),
    wrappedCell(findingDetail(finding, assessment).slice(1).join(' ')),
    wrappedCell(
      partiesToAct(finding, assessment)
        .map((party) => partyWords(party, assessment))
        .join('; '),
    ),
    dueOf(finding) ?? '',
    statusOf(finding),
    { number: finding.devices },
    wrappedCell([...new Set(missing)].join('; ')),
    wrappedCell((requirement === undefined ? [] : harmsOf(requirement, catalogue)).join('; ')),
    wrappedCell(
      citationsOn(requirement, finding.element, assessment)
        .map((citation) => citationWords(citation, catalogue))
        .join('; '),
    ),
    file,
    String(line),
  ];
}

function stakeCells(finding: Finding, assessment: Assessment): Cell[] {
  const atStake = atStakeOf(finding, assessment);
  return atStake === undefined ? [{ number: 0 }, ''] : [{ number: atStake.on }, wrappedCell(stakeSentence(atStake))];
}

function statusOf({ state }: Finding): (typeof statuses)[number] {
  return state === 'planned' ? 'planned' : state === 'unknown' ? 'to be answered' : 'open';
}

function titleOfElement({ element }: Finding, { architecture }: Assessment): string {
  return elementNamed(architecture, element)?.title ?? '';
}
