import { DocumentState, type DocumentBuilder } from 'langium';
import type { WorkspaceFolders } from '../language/names/folders.js';
import type { Connection } from 'vscode-languageserver';
import { formatNamed, formats, writeReport } from '../report/formats/index.js';
import { countFindings } from '../summary/count.js';
import { countWords } from '../report/count.js';
import { findingMarkdown } from '../report/finding-markdown.js';
import { pathsBelow, pathsBelowFolders, rangeOfFinding, type ToPath } from '../report/locate.js';
import { findingHeadline } from '../report/message.js';
import { shapes } from '../report/words.js';
import { problemsIn } from '../report/problems.js';
import { allOverTime, type Snapshot } from '../workspace/index.js';
import { timelineOf } from '../history/timeline.js';
import { fixChoices } from './finding-fixes.js';
import type { CurrentSnapshot } from './current.js';
import { newDesignStep } from './new-design.js';
import { overlaps, protocolRangeOf } from './range.js';
import {
  exportFormatsRequest,
  exportRequest,
  newDesignRequest,
  findingsAtRequest,
  fixesRequest,
  reviewRequest,
  statusNotification,
  type ChooseFixParams,
  type ExportedReport,
  type ExportFormat,
  type ExportParams,
  type NewDesignParams,
  type FindingsAtParams,
  type ReviewSummary,
  type Status,
  type ToldFinding,
} from './protocol.js';
import { shownPage } from './pages.js';
import { pageRequest, servicesName, timingsName, type PageParams } from './protocol/pages.js';
import { servicesPage } from './services-page.js';
import type { Place } from './place-aside.js';
import type { ReviewSteps } from './steps.js';
import { timingsPage } from './timings.js';
import { listensRequest } from './protocol/set-aside.js';
import { findingMarkdownRequest, type WorkSubject } from './protocol/work-list.js';

/** What requests are answered from. */
interface Answering {
  readonly current: CurrentSnapshot;
  readonly folders: WorkspaceFolders;
  readonly builder: DocumentBuilder;
  readonly steps: ReviewSteps;
  readonly place: Place;
}

export interface RequestContext {
  readonly version: string;
  readonly digest: (text: string) => string;
  readonly toBase64: (bytes: Uint8Array) => string;
}

/** Answers the requests of `protocol.ts`, each on a workspace whose files are all validated. */
export function registerRequests(
  connection: Connection,
  { current, folders, builder, steps, place }: Answering,
  context: RequestContext,
): void {
  const toPath = (): ToPath => pathsBelowWorkspace(folders.all().map(String));

  connection.onRequest(listensRequest, () => true);
  connection.onRequest(reviewRequest, () => current.settled(reviewSummary));
  connection.onRequest(exportFormatsRequest, () =>
    [...formats].sort(readFirst).map(({ id, label, description, extension }): ExportFormat => ({ id, label, description, extension })),
  );
  connection.onRequest(findingsAtRequest, (params: FindingsAtParams) =>
    current.settled((snapshot) => findingsAt(params, snapshot, toPath())),
  );
  connection.onRequest(findingMarkdownRequest, (subject: WorkSubject) =>
    current.settled((snapshot) => markdownOf(subject, snapshot, toPath())),
  );
  connection.onRequest(fixesRequest, ({ uri, finding }: ChooseFixParams) =>
    current.settled((snapshot) => fixChoices(uri, finding, snapshot)),
  );
  connection.onRequest(pageRequest, async ({ name }: PageParams) => {
    // Edits do not wait for a layout.
    if (name === servicesName) return (await current.settled(({ catalogue }) => servicesPage(catalogue)))(place);
    return current.settled((snapshot) => (name === timingsName ? timingsPage(steps, snapshot) : shownPage(name, snapshot)));
  });
  connection.onRequest(exportRequest, (params: ExportParams) =>
    current.settled((snapshot) => exported(params, snapshot, toPath(), context)),
  );

  connection.onRequest(newDesignRequest, (params: NewDesignParams) =>
    current.settled((snapshot) => newDesignStep(params, snapshot.catalogue)),
  );

  const tellStatus = ({ assessments }: Snapshot): void => {
    const status: Status = {
      designs: assessments.length,
      findings: countFindings(assessments.flatMap(({ findings }) => findings)).open,
    };
    void connection.sendNotification(statusNotification, status);
  };
  builder.onBuildPhase(DocumentState.Validated, () => {
    tellStatus(current.get());
  });
  // A workspace without files has nothing to build.
  void current.settled(tellStatus);
}

export function reviewSummary(snapshot: Snapshot): ReviewSummary {
  return {
    designs: snapshot.assessments.map(({ architecture, findings }) => ({
      name: architecture.design.name,
      findings: countFindings(findings).open,
      words: countWords(findings),
    })),
  };
}

function findingsAt({ uri, position }: FindingsAtParams, snapshot: Snapshot, toPath: ToPath): ToldFinding[] {
  const { sources } = snapshot;
  const placing = { toPath, sources };
  const here = { start: position, end: position };
  return snapshot
    .findingsIn(uri)
    .filter(({ finding, assessment }) => overlaps(protocolRangeOf(rangeOfFinding(finding, assessment, sources)), here))
    .map(({ finding, assessment }) => ({
      requirement: finding.requirement,
      element: finding.element,
      severity: finding.severity,
      shape: shapes[finding.severity],
      message: findingHeadline(finding, assessment),
      markdown: findingMarkdown(finding, assessment, placing),
    }));
}

/** One finding as its Markdown; undefined where it is closed meanwhile. */
function markdownOf({ uri, finding: id }: WorkSubject, snapshot: Snapshot, toPath: ToPath): string | undefined {
  const match = snapshot.findingsIn(uri).find(({ finding }) => finding.id === id);
  return match && findingMarkdown(match.finding, match.assessment, { toPath, sources: snapshot.sources });
}

function pathsBelowWorkspace(folders: readonly string[]): ToPath {
  return folders.length === 0 ? pathsBelow('file:///') : pathsBelowFolders(folders);
}

/** What people read stands before what programs read. */
const read: readonly string[] = ['html', 'docx', 'xlsx', 'markdown'];

function readFirst(one: { readonly id: string }, other: { readonly id: string }): number {
  const rank = ({ id }: { readonly id: string }) => (read.includes(id) ? read.indexOf(id) : read.length);
  return rank(one) - rank(other);
}

async function exported(
  { format, design, profile }: ExportParams,
  current: Snapshot,
  toPath: ToPath,
  { version, digest, toBase64 }: RequestContext,
): Promise<ExportedReport> {
  const found = formatNamed(format);
  if (found === undefined) throw new Error(`There is no export format '${format}'.`);
  if (profile !== undefined && !current.catalogue.profiles.has(profile)) throw new Error(`There is no profile '${profile}'.`);
  const snapshot = profile === undefined ? current : await current.with({ profiles: [profile], isOtherProfile: true });
  const { sources } = snapshot;
  const assessments = snapshot.assessments.filter(({ architecture: { files } }) => design === undefined || files[0] === design);
  if (assessments.length === 0 && design !== undefined) throw new Error('This design is gone.');
  const told =
    design === undefined
      ? snapshot.told
      : snapshot.told.filter((uri) => assessments.some(({ architecture }) => architecture.files.includes(uri)));
  const problems = problemsIn({
    mistakes: told.flatMap((uri) => snapshot.mistakes(uri)),
    deciding: assessments.filter(({ architecture }) => architecture.decisions.length > 0),
    isUsualProfile: snapshot.settings.isOtherProfile !== true,
    redundant: snapshot.settings.redundant === true ? assessments : [],
    sources,
    toPath,
  });
  const timelines =
    found.tellsTimelines === true ? (await allOverTime(snapshot)).map((reviews) => timelineOf(reviews, snapshot.settings.date)) : undefined;
  const content = await writeReport(
    found,
    { assessments, problems, sources, timelines },
    { toPath, version, digest, textOf: (uri) => snapshot.textOf(uri) },
  );
  return typeof content === 'string' ? { encoding: 'utf8', content } : { encoding: 'base64', content: toBase64(content) };
}
