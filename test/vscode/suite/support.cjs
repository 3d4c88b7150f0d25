// What the tests in the extension host share.
const assert = require('node:assert/strict');
const vscode = require('vscode');

/** Asks again and again until the answer is neither undefined nor false: a request may meet a build and come back empty. */
async function until(what, ask, milliseconds = 45_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < end, `in ${milliseconds / 1000} seconds there was no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function fileUri(name) {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
}

async function show(name) {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The position of the first occurrence of a text, or of a place within it. */
function positionOf(document, text, within = 0) {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `'${text}' stands in ${document.uri.path}`);
  return document.positionAt(offset + within);
}

/** A code is a plain value, or a value with the address of its page. */
function codeOf({ code }) {
  return typeof code === 'object' ? code.value : code;
}

function findings(uri) {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'meterlint');
}

function someFindings(uri) {
  return until(`finding in ${uri.path}`, () => {
    const found = findings(uri);
    return found.length > 0 && found;
  });
}

/** The findings of an example once the review has seen it whole: diagnostics of a text that was just put back may still be on their way. */
function allFindings(uri) {
  return until(`review of all of ${uri.path}`, () => {
    const found = findings(uri);
    return found.some((one) => codeOf(one) === 'comm-integrity') && found;
  });
}

async function replace(document, range, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Puts a document back to what is on the disk, so that each test starts from the example. */
async function revert(document) {
  if (!document.isDirty) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** VS Code cancels a request that meets a change of the text or of who provides actions; a user's menu asks again, and so does this. */
function actionsAt(document, range, kind) {
  return until(`answer to the request for actions in ${document.uri.path}`, async () => {
    try {
      return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind?.value);
    } catch (error) {
      if (error.name === 'Canceled' || error.message === 'Canceled') return false;
      throw error;
    }
  });
}

module.exports = { actionsAt, allFindings, codeOf, fileUri, findings, positionOf, replace, revert, show, someFindings, until };
