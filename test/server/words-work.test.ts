import assert from 'node:assert/strict';
import { largeDesign } from '../../bench/design.js';
import { findingDiagnostics, mostSingle, wordedFindings } from '../../server/finding-diagnostics.js';
import { createWorkspace } from '../support/workspace.js';

const file = 'large.meter';

describe('problems of a file', () => {
  it('keep their words where an edit only moves the text, and move with it', async () => {
    const text = largeDesign(60);
    const workspace = await createWorkspace({ [file]: text });
    const told = () => {
      const { snapshot } = workspace;
      const document = snapshot.documents.find(({ uri }) => uri.path.endsWith(file))!;
      return { all: findingDiagnostics(document, snapshot), worded: wordedFindings(snapshot.assessmentOf(snapshot.designs[0]!)) };
    };
    const before = told();
    assert.equal(before.worded, mostSingle);
    await workspace.update(file, `// A word.\n${text}`);
    const after = told();
    assert.equal(after.worded, mostSingle);
    const [lines, further] = [before, after].map(({ all }) => all.map(({ range }) => range.start.line));
    assert.deepEqual(
      further,
      lines!.map((line) => line + 1),
    );
    // What is found is what a file is told that was never another.
    const fresh = await createWorkspace({ [file]: `// A word.\n${text}` });
    const document = fresh.snapshot.documents.find(({ uri }) => uri.path.endsWith(file))!;
    assert.deepEqual(after.all, findingDiagnostics(document, fresh.snapshot));
  });
});
