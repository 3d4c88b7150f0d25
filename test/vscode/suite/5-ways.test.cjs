const assert = require('node:assert/strict');
const vscode = require('vscode');
const { fileUri, positionOf, revert, show, someFindings, until } = require('./support.cjs');

describe('ways through a design in VS Code', () => {
  let document;
  before(async () => {
    document = await show('riverside.meter');
    await someFindings(document.uri);
  });

  /** Asks until the answer holds something: a request may meet a build and come back empty. */
  const ask = (command, ...more) =>
    until(command, async () => {
      const answer = await vscode.commands.executeCommand(command, ...more);
      return answer !== undefined && answer !== null && answer.length !== 0 && answer;
    });
  const at = (text, within = 0) => positionOf(document, text, within);

  it('the calls of a component are the flow of its data', async () => {
    const [meter] = await ask('vscode.prepareCallHierarchy', document.uri, at('component meter', 10));
    assert.equal(meter.name, 'meter');
    const out = await ask('vscode.provideOutgoingCalls', meter);
    assert.deepEqual(
      out.map(({ to }) => to.name),
      ['dcu'],
    );
    const into = await ask('vscode.provideIncomingCalls', meter);
    assert.ok(
      into.some(({ from }) => from.name === 'dcu'),
      into.map(({ from }) => from.name).join(),
    );
  });

  it('the types of a kind are what it is and what is of it', async () => {
    const [kind] = await ask('vscode.prepareTypeHierarchy', document.uri, at('is smart-meter', 4));
    assert.equal(kind.name, 'smart-meter');
    const above = await ask('vscode.provideSupertypes', kind);
    assert.ok(
      above.every(({ uri }) => uri.scheme === 'meterlint-catalogue'),
      above.map(({ name }) => name).join(),
    );
  });

  it('imports are links, statements fold, and selections grow to the statement', async () => {
    const links = await ask('vscode.executeLinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('/zones.meter')));
    const folds = await ask('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start }) => start === at('component meter').line));
    const [selection] = await ask('vscode.executeSelectionRangeProvider', document.uri, [at('key-scope', 3)]);
    const texts = [];
    for (let part = selection; part !== undefined; part = part.parent) texts.push(document.getText(part.range));
    assert.ok(
      texts.some((text) => text.startsWith('component meter') && text.endsWith('}')),
      texts.join('\n---\n'),
    );
  });

  it('the mentions of a name light up, and elements of the workspace are found by name', async () => {
    const lit = await ask('vscode.executeDocumentHighlights', document.uri, at('component dcu', 10));
    assert.ok(lit.length >= 6, `${lit.length}`);
    assert.ok(lit.every(({ range }) => document.getText(range) === 'dcu'));
    const found = await ask('vscode.executeWorkspaceSymbolProvider', 'street');
    assert.ok(found.some(({ name, location }) => name === 'street' && location.uri.path.endsWith('/zones.meter')));
  });

  it('names are coloured by what they are', async () => {
    const legend = await ask('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await until('tokens', async () => {
      const answer = await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri);
      return answer?.data.length > 0 && answer;
    });
    const roles = new Map();
    let [line, character] = [0, 0];
    for (let index = 0; index < data.length; index += 5) {
      const [down, right, length, type] = data.slice(index, index + 5);
      line += down;
      character = down > 0 ? right : character + right;
      const text = document.getText(new vscode.Range(line, character, line, character + length));
      roles.set(text, legend.tokenTypes[type]);
    }
    const told = Object.fromEntries(
      ['meter', 'smart-meter', 'tls-1.3', 'dual-approval', 'comm-link-layer', 'x1332', 'fleet'].map((text) => [text, roles.get(text)]),
    );
    assert.deepEqual(told, {
      meter: 'component',
      'smart-meter': 'kind',
      'tls-1.3': 'mechanism',
      'dual-approval': 'control',
      'comm-link-layer': 'requirement',
      x1332: 'profile',
      fleet: 'word',
    });
  });

  it('a design comes into the one style, comments and all', async () => {
    const content = 'design   d\n// kept\nzone home is customer-premises\ncomponent  m is smart-meter   in home{count=2}\n';
    const draft = await vscode.workspace.openTextDocument({ language: 'meter', content });
    const edits = await ask('vscode.executeFormatDocumentProvider', draft.uri, { tabSize: 4, insertSpaces: true });
    const edit = new vscode.WorkspaceEdit();
    edit.set(draft.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(draft.getText(), 'design d\n// kept\nzone home is customer-premises\ncomponent m is smart-meter in home { count = 2 }\n');
  });

  it('moving a file changes the imports of others', async () => {
    const uri = fileUri('mover.meter');
    const write = (to, text) => vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text));
    await write(fileUri('moved.meter'), 'zone shed is customer-premises\n');
    await write(uri, 'import "moved.meter"\ndesign mover\ncomponent m is smart-meter in shed\n');
    const importing = await show('mover.meter');
    await someFindings(uri);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(fileUri('moved.meter'), fileUri('parts/moved.meter'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      await until('new import', () => importing.getText().includes('import "parts/moved.meter"'));
    } finally {
      await revert(importing);
      await vscode.workspace.fs.delete(uri);
      await vscode.workspace.fs.delete(fileUri('parts'), { recursive: true });
    }
  });
});
