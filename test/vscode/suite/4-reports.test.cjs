const assert = require('node:assert/strict');
const vscode = require('vscode');
const { allFindings, codeOf, fileUri, findings, show, someFindings, until } = require('./support.cjs');

describe('findings leave VS Code', () => {
  it('a finding is copied as Markdown', async () => {
    const document = await show('riverside.meter');
    const found = await allFindings(document.uri);
    const lone = found.find((one) => one.code.target !== undefined && found.filter(({ range }) => range.isEqual(one.range)).length === 1);
    assert.ok(lone, 'some element has a single finding');
    vscode.window.activeTextEditor.selection = new vscode.Selection(lone.range.start, lone.range.start);
    const markdown = await vscode.commands.executeCommand('meterlint.copyFinding');
    assert.match(markdown, new RegExp(`\`${codeOf(lone)}\``));
    assert.match(markdown, new RegExp(`riverside\\.meter:${lone.range.start.line + 1}`));
    await until('text in the clipboard', async () => (await vscode.env.clipboard.readText()) === markdown);
  });

  it('a task reviews the folder as the command line does, and its output leads to the same findings', async () => {
    // What an open document shows is the server's; the output of a task tells of the others.
    const uri = fileUri('hardened.meter');
    await someFindings(uri);
    const told = () => findings(uri).map((one) => `${one.range.start.line + 1} ${vscode.DiagnosticSeverity[one.severity]} ${codeOf(one)}`);
    const before = new Set(told());
    const alone = told().length;
    const tasks = await vscode.tasks.fetchTasks({ type: 'meterlint' });
    assert.deepEqual(
      tasks.map(({ name, source }) => `${source}: ${name}`),
      ['Meterlint: check'],
    );
    const [task] = tasks;
    const ended = new Promise((resolve) => {
      const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        subscription.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 1, 'the examples have findings above the bar');
    // The window shows one marker for both: they have one owner. An extension sees both, and they say the same.
    await until('places found in the output', () => told().length > alone);
    const hints = (one) => !one.includes(' Hint ');
    assert.deepEqual([...new Set(told())].filter(hints).sort(), [...before].filter(hints).sort());
  });
});
