import type { CancellationToken, Connection } from 'vscode-languageserver';
import { severities } from '../../language/model/index.js';
import { countFindings } from '../../summary/count.js';
import { workGroupings, type WorkGrouping } from '../../summary/work-list.js';
import { ranksSoFar, type Reported } from '../../summary/worst-first.js';
import { besides, countWords, findingsWords } from '../../report/count.js';
import { elementWords, shapes } from '../../report/words.js';
import type { Assessment } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { CurrentSnapshot } from '../current.js';
import type { Reaches } from '../reach/reaches.js';
import {
  workListChoicesRequest,
  workListRequest,
  type WorkFilter,
  type WorkListAnswer,
  type WorkListChoices,
  type WorkListParams,
  type WorkRow,
} from '../protocol/work-list.js';
import { readBaseline } from '../../history/baseline-file.js';
import { newFindings, type ReadBaseline } from './baselines.js';
import { workNodes, type WorkNode } from './rows.js';

/** Answers what the work list shows, each time from the workspace as it stands, and the baselines of its folders. */
export function registerWorkList(
  connection: Connection,
  current: CurrentSnapshot,
  reaches: Reaches,
  read: () => Promise<readonly ReadBaseline[]>,
): void {
  const settled = async <T>(answer: (snapshot: Snapshot, baselines: readonly ReadBaseline[]) => T): Promise<T> => {
    const baselines = await read();
    return current.settled((snapshot) => answer(snapshot, baselines));
  };
  connection.onRequest(workListRequest, async (params: WorkListParams, token: CancellationToken): Promise<WorkListAnswer | null> => {
    for (;;) {
      await current.settled(() => undefined);
      // What was edited meanwhile is reviewed first: the order waits for what hangs on each finding, bit by bit.
      const isFound = await reaches.find('ranks', undefined, token);
      if (token.isCancellationRequested) return null;
      const answer = await settled((snapshot, baselines) =>
        isFound && snapshot.assessments.every(isRanked) ? workListAnswer(params, snapshot, baselines) : undefined,
      );
      if (answer !== undefined) return answer;
    }
  });
  connection.onRequest(workListChoicesRequest, () => settled(choicesToGroup));
}

export function workListAnswer(
  { by, filter, path }: WorkListParams,
  snapshot: Snapshot,
  baselines: readonly ReadBaseline[] = [],
): WorkListAnswer {
  const { assessments } = snapshot;
  const reviewed = assessments.filter(
    ({ architecture }) => filter.designs.length === 0 || architecture.files.some((file) => filter.designs.includes(file)),
  );
  const fresh = newFindings(assessments, baselines, (uri) => snapshot.documentAt(uri) !== undefined);
  const isNew = ({ finding }: Reported): boolean => fresh?.has(finding) === true;
  const wanted = wantedBy(filter, isNew, fresh !== undefined);
  const grouping: WorkGrouping = workGroupings.find((one) => one === by) ?? 'requirement';
  const isWhole = filter.severities.length === 0 && !filter.onlyNew && filter.text.trim() === '';
  const telling = { sources: snapshot.sources, isNew, isWhole, namesDesigns: reviewed.length > 1 };
  // A list that is open level by level is asked for level by level: its rows are found once.
  const top = snapshot.derived(
    snapshot,
    JSON.stringify(['work', grouping, filter, assessments.every(isRanked), baselines.map(({ text }) => text)]),
    () => workNodes(reviewed, grouping, wanted, telling),
  );
  const nodes = path.reduce<readonly WorkNode[]>((among, id) => among.find((one) => one.id === id)?.rows?.() ?? [], top);
  const left = reviewed.flatMap((assessment) => assessment.findings.filter((finding) => wanted({ finding, assessment })));
  const { open, ...later } = countFindings(left);
  const among = reviewed.length > 1 ? ` in ${reviewed.length} designs` : '';
  return {
    rows: nodes.map(({ id, row, rows }): WorkRow => ({ id, ...row(), hasRows: rows !== undefined })),
    words: [`${findingsWords(open)}${among}`, ...besides(later)].join(', '),
    open,
    all: countFindings(assessments.flatMap(({ findings }) => findings)).open,
  };
}

function isRanked(assessment: Assessment): boolean {
  return ranksSoFar(assessment) !== undefined;
}

/** Without a baseline nothing is new, and asking for what is new leaves all. */
function wantedBy({ severities: chosen, onlyNew, text }: WorkFilter, isNew: (one: Reported) => boolean, hasBaseline: boolean) {
  const sought = text.trim().toLowerCase();
  return (reported: Reported): boolean => {
    const { finding, assessment } = reported;
    if (chosen.length > 0 && !chosen.includes(finding.severity)) return false;
    if (onlyNew && hasBaseline && !isNew(reported)) return false;
    if (sought === '') return true;
    const title = assessment.architecture.catalogue.requirements.get(finding.requirement)?.title ?? '';
    const words = `${finding.requirement} ${title} ${elementWords(assessment.architecture, finding.element)}`;
    return words.toLowerCase().includes(sought);
  };
}

const groupingLabels: Readonly<Record<WorkGrouping, string>> = {
  requirement: 'Requirement',
  element: 'Element',
  zone: 'Zone',
  party: 'Party',
  standard: 'Standard',
  harm: 'Harm',
  severity: 'Severity',
};

function choicesToGroup({ assessments }: Snapshot, baselines: readonly ReadBaseline[]): WorkListChoices {
  return {
    groupings: workGroupings.map((id) => ({ id, label: groupingLabels[id] })),
    severities: severities.map((id) => ({ id, label: `${shapes[id]} ${id}` })),
    designs: assessments.map(({ architecture: { design, files }, findings }) => ({
      id: files[0]!,
      label: design.title ?? design.name,
      description: countWords(findings),
      files,
    })),
    hasBaseline: baselines.some(({ text }) => !('fault' in readBaseline(text))),
  };
}
