import { formats, writeReport } from '../../../report/formats/index.js';
import { problemsIn } from '../../../report/problems.js';
import { findingDiagnostics } from '../../../server/finding-diagnostics.js';
import { reportContext } from '../../support/reports.js';
import { createWorkspace, type Workspace } from '../../support/workspace.js';

/** What is done with a project, one after the other: each stage builds on what the ones before it have found out. */
export const stages: readonly (readonly [name: string, (state: never) => Promise<Workspace> | Workspace])[] = [
  ['read', (files: Readonly<Record<string, string>>) => createWorkspace(files, { catalogue: false })],
  ['check', of(({ snapshot }) => snapshot.documents.map(({ uri }) => snapshot.mistakes(uri.toString())))],
  ['review', of(({ snapshot }) => snapshot.assessments)],
  ['diagnose', of(({ snapshot }) => snapshot.documents.map((document) => findingDiagnostics(document, snapshot)))],
  // Without a picture, whose layout has a size of its own from which on it is left out: `test/picture/` counts it.
  ...formats.map(
    (format) =>
      [
        `report ${format.id}`,
        async (workspace: Workspace) => {
          const { snapshot } = workspace;
          const { assessments, sources } = snapshot;
          const mistakes = snapshot.told.flatMap((uri) => snapshot.mistakes(uri));
          const problems = problemsIn({ mistakes, deciding: assessments, isUsualProfile: true, sources, toPath: reportContext.toPath });
          await writeReport(format, { assessments, problems, sources }, { ...reportContext, textOf: (uri) => snapshot.textOf(uri) });
          return workspace;
        },
      ] as const,
  ),
];

function of(work: (workspace: Workspace) => unknown): (workspace: Workspace) => Workspace {
  return (workspace) => {
    work(workspace);
    return workspace;
  };
}
