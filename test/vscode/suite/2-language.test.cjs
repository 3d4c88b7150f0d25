const assert = require('node:assert/strict');
const vscode = require('vscode');
const { findings, positionOf, replace, revert, show, someFindings, until } = require('./support.cjs');

describe('the language in VS Code', () => {
  let document;
  before(async () => {
    document = await show('riverside.meter');
    await someFindings(document.uri);
  });
  afterEach(() => revert(document));

  const ask = (what, command, text, within, ...more) =>
    until(what, async () => {
      const answer = await vscode.commands.executeCommand(command, document.uri, positionOf(document, text, within), ...more);
      return answer?.length === 0 ? undefined : answer;
    });
  const linkText = 'link plc';

  it('a hover tells how an element stands, as Markdown without commands in it', async () => {
    const [hover] = await ask('hover', 'vscode.executeHoverProvider', linkText, 6);
    const [content] = hover.contents;
    assert.match(content.value, /comm-integrity/);
    assert.match(content.value, /PLC last mile/);
    assert.ok(!content.isTrusted && !content.supportHtml);
  });

  it('completion offers the kinds of the catalogue with their titles', async () => {
    const at = positionOf(document, 'component mdms');
    await replace(document, new vscode.Range(at, at), 'component fresh is \n');
    const offered = await until('completion', async () => {
      const behind = positionOf(document, 'component fresh is ', 'component fresh is '.length);
      const { items } = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, behind);
      return items.find(({ label }) => (label.label ?? label) === 'smart-meter') ?? false;
    });
    assert.ok(offered.detail.length > 0);
  });

  it('the definition of a kind is a file of the catalogue that cannot be edited', async () => {
    const [link] = await ask('definition', 'vscode.executeDefinitionProvider', 'is smart-meter', 4);
    const uri = link.targetUri ?? link.uri;
    assert.equal(uri.scheme, 'meterlint-catalogue');
    const definition = await vscode.workspace.openTextDocument(uri);
    assert.equal(definition.languageId, 'meter');
    assert.equal(definition.getText(link.targetSelectionRange ?? link.range), 'smart-meter');
    const before = definition.getText();
    await vscode.window.showTextDocument(definition);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(definition.getText(), before);
    assert.ok(!definition.isDirty);
    assert.deepEqual(findings(uri), []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('names within a file of the catalogue lead on', async () => {
    const [link] = await ask('definition', 'vscode.executeDefinitionProvider', 'is smart-meter', 4);
    const catalogue = await vscode.workspace.openTextDocument(link.targetUri ?? link.uri);
    const parent = /define component smart-meter\b[^{\n]*? is ([\w-]+)/.exec(catalogue.getText());
    assert.ok(parent, 'a smart meter is a kind of something');
    const at = catalogue.positionAt(parent.index + parent[0].length - 1);
    const found = await until('definition of the parent', async () => {
      const [further] = await vscode.commands.executeCommand('vscode.executeDefinitionProvider', catalogue.uri, at);
      return further;
    });
    assert.equal((found.targetUri ?? found.uri).scheme, 'meterlint-catalogue');
  });

  it('the outline holds the elements', async () => {
    const symbols = await until('outline', async () => {
      const found = await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      return found?.length > 0 && found;
    });
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
    for (const name of ['riverside', 'meter', 'dcu', 'plc', 'reading']) assert.ok(names.includes(name), `${name} in ${names.join(', ')}`);
  });

  it('references of a zone are found in other files', async () => {
    const references = await ask('reference', 'vscode.executeReferenceProvider', 'in street', 3);
    const files = new Set(references.map(({ uri }) => uri.path.split('/').at(-1)));
    assert.ok(files.has('zones.meter') && files.has('riverside.meter'), [...files].join(', '));
  });

  it('a rename changes every mention', async () => {
    const edit = await ask('rename', 'vscode.executeDocumentRenameProvider', 'component dcu', 10, 'cabinet');
    const [[uri, edits]] = edit.entries();
    assert.equal(uri.toString(), document.uri.toString());
    assert.ok(edits.length >= 6, `${edits.length} edits`);
    assert.ok(edits.every(({ newText }) => newText === 'cabinet'));
  });

  it('a name of the catalogue is not renamed, and VS Code says why', async () => {
    const rename = (command, ...more) =>
      vscode.commands.executeCommand(command, document.uri, positionOf(document, 'is smart-meter', 4), ...more);
    await assert.rejects(rename('vscode.prepareRename'), /built-in catalogue/);
    await assert.rejects(rename('vscode.executeDocumentRenameProvider', 'clever-meter'), /built-in catalogue/);
  });
});
