import assert from 'node:assert/strict';
import { formats, writeReport } from '../../report/formats/index.js';
import { fixesFor } from '../../review/index.js';
import { problemsIn } from '../../report/problems.js';
import { rawIn } from '../support/hostile.js';
import { createWorkspace } from '../support/workspace.js';

const most = 5;

/** What holds of every text: it is read and reviewed, fixes of it are found and reports written, without an error and without a raw text of its own. */
export async function holdsOf(text: string): Promise<void> {
  const workspace = await createWorkspace({ 'd.meter': text });
  const { snapshot } = workspace;
  for (const { message, repairs = [] } of workspace.mistakes('d.meter')) {
    assert.equal(rawIn(message), undefined);
    assert.doesNotMatch(message, /\bNaN\b|\[object /);
    for (const { edits } of repairs) for (const { start, end } of edits) assert.ok(0 <= start && start <= end && end <= text.length);
  }
  for (const assessment of snapshot.assessments)
    for (const finding of assessment.findings.slice(0, most)) fixesFor(finding, assessment, snapshot.sources);
  const { assessments, sources } = snapshot;
  const toPath = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);
  const problems = problemsIn({
    mistakes: snapshot.told.flatMap((uri) => snapshot.mistakes(uri)),
    deciding: assessments,
    isUsualProfile: true,
    sources,
    toPath,
  });
  const context = { toPath, version: '0.0.0', digest: () => 'x', textOf: (uri: string) => snapshot.textOf(uri) };
  for (const format of formats.filter(({ id }) => ['json', 'sarif', 'markdown', 'csv', 'junit'].includes(id))) {
    const report = await writeReport(format, { assessments, problems, sources }, context);
    if (typeof report === 'string') assert.equal(rawIn(report), undefined, format.id);
  }
}

/** A shorter text that still fails, by leaving out lines as long as that is so. */
export async function shortened(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let lines = text.split('\n');
  for (let piece = Math.ceil(lines.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let at = 0; at < lines.length;) {
      const fewer = lines.toSpliced(at, piece);
      if (fewer.length < lines.length && (await fails(fewer.join('\n')))) lines = fewer;
      else at += piece;
    }
  }
  return lines.join('\n');
}
