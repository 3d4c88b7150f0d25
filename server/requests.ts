import { DocumentState, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { isBuiltIn } from '../language/names/imports.js';
import { problemsOf } from '../language/problems.js';
import { pathsBelow } from '../report/locate.js';
import { toCsv } from '../report/csv.js';
import type { Reviewed } from '../report/problem.js';
import { toSarif } from '../report/sarif.js';
import type { MeterServerSharedServices } from './module.js';
import { exportRequest, reviewRequest, statusNotification, type ExportParams, type ReviewSummary, type Status } from './protocol.js';

export interface RequestContext {
  readonly version: string;
  readonly digest: (text: string) => string;
}

/** Answers the requests of `protocol.ts`, each on a workspace whose files are all validated. */
export function registerRequests(connection: Connection, shared: MeterServerSharedServices, context: RequestContext): void {
  const { DocumentBuilder, WorkspaceLock, WorkspaceManager } = shared.workspace;
  const settled = async <T>(answer: () => T): Promise<T> => {
    await WorkspaceManager.ready;
    return WorkspaceLock.read(answer);
  };

  connection.onRequest(reviewRequest, () => settled(() => summaryOf(shared)));
  connection.onRequest(exportRequest, ({ format }: ExportParams) => settled(() => exported(format, shared, context)));

  DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    const assessments = shared.server.Assessments.all();
    const status: Status = {
      designs: assessments.length,
      findings: assessments.reduce((sum, assessment) => sum + assessment.findings.length, 0),
    };
    void connection.sendNotification(statusNotification, status);
  });
}

function summaryOf(shared: MeterServerSharedServices): ReviewSummary {
  return {
    designs: shared.server.Assessments.all().map(({ architecture, findings }) => ({
      name: architecture.design.name,
      findings: findings.length,
      critical: findings.filter(({ severity }) => severity === 'critical').length,
      high: findings.filter(({ severity }) => severity === 'high').length,
    })),
  };
}

function exported(format: ExportParams['format'], shared: MeterServerSharedServices, { version, digest }: RequestContext): string {
  const documents = shared.workspace.LangiumDocuments.all.filter((document) => !isBuiltIn(document.uri)).toArray();
  const problems = documents.flatMap((document) => problemsOf(document).filter(({ severity }) => severity !== 'hint'));
  const reviewed: Reviewed = { assessments: shared.server.Assessments.all(), problems };
  const [folder] = shared.meter.WorkspaceFolders.all();
  const toPath = pathsBelow((folder ?? URI.parse('file:///')).toString());
  return format === 'csv' ? toCsv(reviewed, toPath) : toSarif(reviewed, { toPath, version, digest });
}
