const assert = require('node:assert/strict');
const vscode = require('vscode');
const { allFindings, codeOf, fileUri, findings, positionOf, replace, revert, show, someFindings, until } = require('./support.cjs');

const told = (uri) =>
  findings(uri)
    .map((one) => `${codeOf(one)} ${one.message}`)
    .sort()
    .join('\n');

describe('a workspace in VS Code', () => {
  it('files that are not open are reviewed, too', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await someFindings(fileUri('hardened.meter'));
  });

  it('an edit in one file shows in the designs that import it, before it is saved', async () => {
    const riverside = fileUri('riverside.meter');
    const hardened = fileUri('hardened.meter');
    await allFindings(riverside);
    const before = { riverside: told(riverside), hardened: told(hardened) };
    const zones = await show('zones.meter');
    try {
      const from = positionOf(zones, 'is head-end-dmz');
      await replace(zones, new vscode.Range(from, from.translate(0, 'is head-end-dmz'.length)), 'is public-network');
      await until('change in the importing files', () => told(riverside) !== before.riverside && told(hardened) !== before.hardened);
    } finally {
      await revert(zones);
    }
    await until('return to the findings before', () => told(riverside) === before.riverside && told(hardened) === before.hardened);
  });

  it('a file that appears and goes is noticed', async () => {
    const uri = fileUri('fresh.meter');
    const text = 'import "zones.meter"\ndesign fresh { profile x1332 }\ncomponent lone is smart-meter in home\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await someFindings(uri);
    await vscode.workspace.fs.delete(uri);
    await until('review without the file', () => findings(uri).length === 0);
  });

  it('a text that has no file yet is reviewed', async () => {
    const content = 'design draft\nzone home is customer-premises\ncomponent lone is smart-meter in home\n';
    const document = await vscode.workspace.openTextDocument({ language: 'meter', content });
    assert.equal(document.uri.scheme, 'untitled');
    const found = await someFindings(document.uri);
    assert.ok(
      found.some(({ range }) => document.getText(range) === 'lone'),
      found.map(({ message }) => message).join('\n'),
    );
  });

  it('opens a new design from answers, with its name selected and its findings shown', async () => {
    const answers = {
      topology: ['cellular'],
      country: ['x1332'],
      application: ['dlms-lls'],
      'wide-area': ['lte+private-apn'],
      transport: ['mutual-tls'],
      services: ['scheduled-reading'],
      meters: ['10000'],
      name: ['new-design'],
    };
    const uri = await vscode.commands.executeCommand('meterlint.newDesign', answers);
    assert.equal(uri.scheme, 'untitled');
    const { document, selection } = vscode.window.activeTextEditor;
    assert.equal(document.uri.toString(), uri.toString());
    assert.equal(document.languageId, 'meter');
    assert.equal(document.getText(selection), 'new-design');
    await someFindings(document.uri);
  });

  it('exports findings as SARIF', async () => {
    await someFindings(fileUri('riverside.meter'));
    const target = fileUri('out/findings.sarif');
    const written = await vscode.commands.executeCommand('meterlint.exportFindings', { format: 'sarif', target });
    assert.equal(written.toString(), target.toString());
    const log = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)));
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.match(run.tool.driver.name, /meterlint/i);
    assert.ok(run.results.some(({ ruleId }) => ruleId === 'comm-integrity'));
    const places = run.results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
    assert.ok(places.includes('riverside.meter'), [...new Set(places)].join(', '));
  });

  it('exports findings as CSV', async () => {
    const target = fileUri('out/findings.csv');
    await vscode.commands.executeCommand('meterlint.exportFindings', { format: 'csv', target });
    const [head, ...rows] = new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(target))
      .trim()
      .split(/\r?\n/);
    assert.match(head, /requirement/i);
    assert.ok(rows.length > 10, `${rows.length} rows`);
    assert.ok(rows.some((row) => row.includes('comm-integrity') && row.includes('riverside.meter')));
  });

  it('reviews the workspace on command and sums it up', async () => {
    const { designs } = await vscode.commands.executeCommand('meterlint.reviewWorkspace');
    const riverside = designs.find(({ name }) => name === 'riverside');
    assert.ok(riverside.findings > 10 && riverside.words.startsWith(`${riverside.findings} findings (`), JSON.stringify(riverside));
  });

  it('the server restarts on command and reviews again', async () => {
    const document = await show('riverside.meter');
    await allFindings(document.uri);
    const [old] = servers();
    assert.ok(old !== undefined, 'a server runs');
    await vscode.commands.executeCommand('meterlint.restartServer');
    await reviewsEdits(document);
    await until('end of the old process', () => servers().length === 1 && servers()[0].pid !== old.pid);
  });

  it('a server that hangs is restarted, too, once for all who ask', async function () {
    if (process.platform === 'win32') this.skip();
    const document = await show('riverside.meter');
    const [old] = servers();
    assert.ok(old !== undefined, 'a server runs');
    // Stopped by the system it answers nothing, as one in an endless loop would.
    process.kill(old.pid, 'SIGSTOP');
    await Promise.all([
      vscode.commands.executeCommand('meterlint.restartServer'),
      vscode.commands.executeCommand('meterlint.restartServer'),
    ]);
    await until('end of the old process', () => servers().length === 1 && servers()[0].pid !== old.pid);
    const [fresh] = servers();
    await reviewsEdits(document);
    assert.deepEqual(
      servers().map(({ pid }) => pid),
      [fresh.pid],
      'the end of the old process is not taken for the end of the new one',
    );
  });

  it('a server that ends over a text is started again, and that text is set aside until it is changed', async function () {
    if (process.platform === 'win32') this.skip();
    const document = await show('riverside.meter');
    await allFindings(document.uri);
    const [old] = servers();
    // What it is given now is never reviewed: it ends over it.
    process.kill(old.pid, 'SIGSTOP');
    const atEnd = () => document.lineAt(document.lineCount - 1).range.end;
    await replace(document, new vscode.Range(atEnd(), atEnd()), '\n');
    try {
      await new Promise((resolve) => setTimeout(resolve, 500));
      process.kill(old.pid, 'SIGKILL');
      const [only] = await until('word of the text that is set aside', () => {
        const found = findings(document.uri);
        return found.length === 1 && codeOf(found[0]) === 'unreadable-file' && found;
      });
      assert.match(only.message, /^This cannot be read: the review ended while it read this text; it is read again when it is changed\./);
      await someFindings(fileUri('hardened.meter'));
      await replace(document, new vscode.Range(atEnd(), atEnd()), '\n');
      await allFindings(document.uri);
    } finally {
      await revert(document);
    }
    await allFindings(document.uri);
  });
});

/** The server processes that this extension host has started and that still run. */
function servers() {
  const isServer = ({ spawnargs }) => spawnargs?.some((argument) => /server[\\/]main\.cjs$/.test(argument));
  return process._getActiveHandles().filter((handle) => isServer(handle) && handle.exitCode === null && handle.signalCode === null);
}

/** Only a server that listens sees the edit. */
async function reviewsEdits(document) {
  const { designs } = await vscode.commands.executeCommand('meterlint.reviewWorkspace');
  assert.ok(designs.some(({ name }) => name === 'riverside'));
  const before = (await allFindings(document.uri)).length;
  const line = positionOf(document, 'component meter "Residential meter"').line;
  await replace(document, new vscode.Range(line, 0, line, 0), '\n\n');
  try {
    await until('findings of the edited text', () => {
      const found = findings(document.uri);
      return found.length >= before - 1 && found.some(({ range }) => range.start.line === line + 2);
    });
  } finally {
    await revert(document);
  }
}
