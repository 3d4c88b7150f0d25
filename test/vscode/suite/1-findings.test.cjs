const assert = require('node:assert/strict');
const vscode = require('vscode');
const { actionsAt, allFindings, codeOf, findings, positionOf, revert, show, until } = require('./support.cjs');

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('meterlint');

/** What fix-all leaves of the first draft at most: the rest are questions to people, decisions of its author and drawings. */
const mostLeft = 0.6;

describe('findings in VS Code', () => {
  let document;
  before(async () => {
    document = await show('riverside.meter');
  });
  afterEach(() => revert(document));

  const quickFixes = ({ range }) => actionsAt(document, range, vscode.CodeActionKind.QuickFix);

  it('the packaged extension activates on a .meter file', async () => {
    const extension = vscode.extensions.getExtension('meterlint.meterlint');
    assert.ok(extension, 'the extension is installed');
    assert.equal(document.languageId, 'meter');
    await until('activation', () => extension.isActive);
  });

  it('each command that is announced is there', async () => {
    const { packageJSON } = vscode.extensions.getExtension('meterlint.meterlint');
    const known = await vscode.commands.getCommands(true);
    for (const { command } of packageJSON.contributes.commands) assert.ok(known.includes(command), command);
  });

  it('diagnostics have a code, the address of its page, which opens here without a network, and places to go to', async () => {
    const found = await allFindings(document.uri);
    const finding = found.find((one) => codeOf(one) === 'comm-integrity');
    assert.ok(finding, found.map(codeOf).join(', '));
    assert.equal(finding.code.target.toString(), 'meterlint-page:/comm-integrity');
    const title = await vscode.commands.executeCommand('meterlint.showPage', codeOf(finding));
    assert.equal(title, 'comm-integrity: Every metering message is protected against change');
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input?.uri?.toString() === finding.code.target.toString());
    await until('the tab of the page', () => tabs().length === 1);
    await vscode.window.tabGroups.close(tabs());
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.match(finding.message, /message integrity missing on link 'plc'/);
    assert.ok(finding.relatedInformation.some(({ location }) => location.uri.scheme === 'meterlint-catalogue'));
    assert.ok(document.getText(finding.range).length > 0, 'it stands under some text');
  });

  it('a quick fix applies, and its finding is gone', async () => {
    const finding = (await allFindings(document.uri)).find((one) => codeOf(one) === 'comm-integrity');
    const fix = await until('preferred fix', async () => {
      const offered = await quickFixes(finding);
      return offered.find(({ isPreferred, title }) => isPreferred && title.startsWith('Add message integrity ')) ?? false;
    });
    const ofCode = () => findings(document.uri).filter((one) => codeOf(one) === 'comm-integrity').length;
    const before = ofCode();
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(document.isDirty);
    await until('review without the finding', () => {
      const same = findings(document.uri).filter((one) => codeOf(one) === 'comm-integrity' && one.message === finding.message);
      return same.length === 0;
    });
    // A layer may bring a requirement of its own into scope, so that the number of all findings can stay.
    assert.ok(ofCode() < before);
  });

  it('fixing all leaves no finding with a fix to prefer', async () => {
    await allFindings(document.uri);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const before = findings(document.uri).length;
    const action = await until('action that fixes all', async () => {
      const offered = await actionsAt(document, whole, fixAllKind);
      return offered.find(({ kind }) => kind.value === fixAllKind.value) ?? false;
    });
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    // What only people know is left.
    await until('review with fewer findings', () => findings(document.uri).length < before * mostLeft);
    await until('empty answer to fixing all once more', async () => (await actionsAt(document, whole, fixAllKind)).length === 0);
    for (const left of findings(document.uri)) {
      const preferred = (await quickFixes(left)).filter(({ isPreferred, title }) => isPreferred && title.startsWith('Add '));
      assert.deepEqual(
        preferred.map(({ title }) => title),
        [],
        `${codeOf(left)}: ${left.message}`,
      );
    }
    assert.match(document.getText(), /^design riverside "Riverside Municipal AMI" \{/m, 'what was written is still there');
  });

  it('fixes all findings on save where the settings ask for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor', document.uri);
    await settings.update('codeActionsOnSave', { [fixAllKind.value]: 'explicit' }, vscode.ConfigurationTarget.Workspace);
    const before = document.getText();
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    try {
      const found = (await allFindings(document.uri)).length;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, positionOf(document, 'data bill'), '\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(await document.save());
      await until('review with fewer findings', () => findings(document.uri).length < found * mostLeft);
      assert.ok(document.getText().length > before.length + 100, 'controls were added');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.writeFile(document.uri, bytes);
      await until('example as it was', () => document.getText() === before);
    }
  });
});
