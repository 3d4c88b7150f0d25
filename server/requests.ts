import { DocumentState, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { isBuiltIn } from '../language/names/imports.js';
import { problemsOf } from '../language/problems.js';
import { formatNamed, formats } from '../report/formats/index.js';
import { countFindings } from '../summary/count.js';
import { countWords } from '../report/count.js';
import { findingMarkdown } from '../report/finding-markdown.js';
import { pathsBelow, rangeOfFinding, type ToPath } from '../report/locate.js';
import { findingHeadline } from '../report/message.js';
import { shapes } from '../report/words.js';
import type { Reviewed } from '../report/problem.js';
import { fixChoices } from './finding-fixes.js';
import type { MeterServerSharedServices } from './module.js';
import { newDesignStep } from './new-design.js';
import { overlaps, rangeOf } from './range.js';
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

export interface RequestContext {
  readonly version: string;
  readonly digest: (text: string) => string;
  readonly toBase64: (bytes: Uint8Array) => string;
}

/** Answers the requests of `protocol.ts`, each on a workspace whose files are all validated. */
export function registerRequests(connection: Connection, shared: MeterServerSharedServices, context: RequestContext): void {
  const { DocumentBuilder, WorkspaceLock, WorkspaceManager } = shared.workspace;
  const settled = async <T>(answer: () => T): Promise<T> => {
    await WorkspaceManager.ready;
    return WorkspaceLock.read(answer);
  };

  connection.onRequest(reviewRequest, () => settled(() => summaryOf(shared)));
  connection.onRequest(exportFormatsRequest, () =>
    formats.map(({ id, label, description, extension }): ExportFormat => ({ id, label, description, extension })),
  );
  connection.onRequest(findingsAtRequest, (params: FindingsAtParams) => settled(() => findingsAt(params, shared)));
  connection.onRequest(fixesRequest, ({ uri, finding }: ChooseFixParams) => settled(() => fixChoices(URI.parse(uri), finding, shared)));
  connection.onRequest(exportRequest, ({ format }: ExportParams) => settled(() => exported(format, shared, context)));

  connection.onRequest(newDesignRequest, (params: NewDesignParams) =>
    settled(() => newDesignStep(params, shared.meter.Designs.catalogue())),
  );

  DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    const assessments = shared.server.Assessments.all();
    const status: Status = {
      designs: assessments.length,
      findings: countFindings(assessments.flatMap(({ findings }) => findings)).open,
    };
    void connection.sendNotification(statusNotification, status);
  });
}

export function summaryOf(shared: MeterServerSharedServices): ReviewSummary {
  return {
    designs: shared.server.Assessments.all().map(({ architecture, findings }) => ({
      name: architecture.design.name,
      findings: countFindings(findings).open,
      words: countWords(findings),
    })),
  };
}

function findingsAt({ uri, position }: FindingsAtParams, shared: MeterServerSharedServices): ToldFinding[] {
  const sources = shared.meter.Designs.sources();
  const placing = { toPath: pathsBelowWorkspace(shared), sources };
  const here = { start: position, end: position };
  return shared.server.Assessments.inFile(URI.parse(uri))
    .filter(({ finding, assessment }) => overlaps(rangeOf(rangeOfFinding(finding, assessment, sources)), here))
    .map(({ finding, assessment }) => ({
      requirement: finding.requirement,
      element: finding.element,
      severity: finding.severity,
      shape: shapes[finding.severity],
      message: findingHeadline(finding, assessment),
      markdown: findingMarkdown(finding, assessment, placing),
    }));
}

function pathsBelowWorkspace(shared: MeterServerSharedServices): ToPath {
  const [folder] = shared.meter.WorkspaceFolders.all();
  return pathsBelow((folder ?? URI.parse('file:///')).toString());
}

function exported(format: string, shared: MeterServerSharedServices, { version, digest, toBase64 }: RequestContext): ExportedReport {
  const found = formatNamed(format);
  if (found === undefined) throw new Error(`There is no export format '${format}'.`);
  const { LangiumDocuments } = shared.workspace;
  const documents = LangiumDocuments.all.filter((document) => !isBuiltIn(document.uri)).toArray();
  const problems = documents.flatMap((document) => problemsOf(document).filter(({ severity }) => severity !== 'hint'));
  const reviewed: Reviewed = { assessments: shared.server.Assessments.all(), problems, sources: shared.meter.Designs.sources() };
  const toPath = pathsBelowWorkspace(shared);
  const textOf = (uri: string) => LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText();
  const content = found.write(reviewed, { toPath, version, digest, textOf });
  return typeof content === 'string' ? { encoding: 'utf8', content } : { encoding: 'base64', content: toBase64(content) };
}
