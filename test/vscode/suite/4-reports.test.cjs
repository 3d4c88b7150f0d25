const assert = require('node:assert/strict');
const vscode = require('vscode');
const { allFindings, codeOf, fileUri, findings, show, until } = require('./support.cjs');

describe('findings leave VS Code', () => {
  it('a finding is copied as Markdown', async () => {
    const document = await show('riverside.meter');
    // Diagnostics of a text that was just put back may still be on their way: then nothing stands where they say.
    const { lone, markdown } = await until('finding that stands alone', async () => {
      const found = await allFindings(document.uri);
      // What is wrong with the text has a code, too, and is no finding: no requirement stands behind it.
      const isFinding = ({ relatedInformation }) => relatedInformation?.some(({ message }) => message.startsWith('requirement '));
      const lone = found.find((one) => isFinding(one) && found.filter(({ range }) => range.isEqual(one.range)).length === 1);
      assert.ok(lone, 'some element has a single finding');
      vscode.window.activeTextEditor.selection = new vscode.Selection(lone.range.start, lone.range.start);
      const markdown = await vscode.commands.executeCommand('meterlint.copyFinding');
      // Until they are there, what stands at that place is another finding.
      return markdown?.includes(`\`${codeOf(lone)}\``) === true && { lone, markdown };
    });
    assert.match(markdown, new RegExp(`riverside\\.meter:${lone.range.start.line + 1}`));
    await until('text in the clipboard', async () => (await vscode.env.clipboard.readText()) === markdown);
  });

  it('a report is written in every format, as bytes where it is no text', async () => {
    await allFindings(fileUri('riverside.meter'));
    const started = {
      sarif: '{',
      html: '<!DOCTYPE html>',
      markdown: '#',
      csv: 'design,requirement',
      'matrix-csv': 'design,',
      'clauses-csv': 'design,',
      'decisions-csv': 'design,',
      docx: 'PK',
      xlsx: 'PK',
      junit: '<?xml',
      'gitlab-code-quality': '[',
      'gitlab-sast': '{',
      json: '{',
      oscal: '{',
      otm: '{',
      cyclonedx: '{',
    };
    for (const [format, start] of Object.entries(started)) {
      const target = fileUri(`out/report.${format}`);
      await vscode.commands.executeCommand('meterlint.exportFindings', { format, target });
      const text = Buffer.from(await vscode.workspace.fs.readFile(target))
        .toString('latin1')
        .replace(/^\u00EF\u00BB\u00BF/, '');
      assert.ok(text.toLowerCase().startsWith(start.toLowerCase()), `${format}: ${text.slice(0, 40)}`);
    }
  });

  /** Runs a task and gives its exit code. */
  const run = async (task) => {
    const ended = new Promise((resolve) => {
      const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        subscription.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    return ended;
  };
  const told = (diagnostics) =>
    diagnostics.map((one) => `${one.range.start.line + 1} ${vscode.DiagnosticSeverity[one.severity]} ${codeOf(one)}`);

  it('a task reviews the folder as the command line does', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'meterlint' });
    assert.deepEqual(
      tasks.map(({ name, source }) => `${source}: ${name}`),
      ['Meterlint: check'],
    );
    assert.equal(await run(tasks[0]), 1, 'the examples have findings above the bar');
  });

  it('the problem matchers find in the output what the server finds', async () => {
    const [{ definition, scope, execution }] = await vscode.tasks.fetchTasks({ type: 'meterlint' });
    const matchers = ['$meterlint-error', '$meterlint-warning', '$meterlint-info'];
    const uri = fileUri('riverside.meter');
    await allFindings(uri);
    await run(new vscode.Task(definition, scope, 'check with matchers', 'test', execution, matchers));
    // A problem has no severity below information: what is planned is told as information, what is unknown not at all.
    const asProblem = (one) => one.replace(' Hint ', ' Information ');
    const shown = new Set(told(findings(uri)));
    const matched = () => new Set(told(vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'meterlint check')));
    const certain = (all) => [...all].filter((one) => / (Error|Warning) /.test(one)).sort();
    // The comparison tells better than a wait that was too long what is missing.
    await until('the same findings from the output', () => certain(matched()).length >= certain(shown).length).catch(() => undefined);
    assert.deepEqual(certain(matched()), certain(shown));
    const others = [...matched()].filter((one) => one.includes(' Information '));
    const known = new Set([...shown].map(asProblem));
    assert.deepEqual(
      others.filter((one) => !known.has(one)),
      [],
    );
    assert.ok([...shown].filter((one) => one.includes(' Information ')).every((one) => others.includes(one)));
  });
});
