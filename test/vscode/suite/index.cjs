// VS Code calls run() inside its extension host and takes the promise as the verdict, in the browser and on the desktop.
const { readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

exports.run = async () => {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 600_000, color: false, grep: process.env.METERLINT_TEST_GREP });
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.cjs'));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));

  const results = [];
  const failures = await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => results.push({ title: test.fullTitle() }));
    runner.on('fail', (test, error) => results.push({ title: test.fullTitle(), error: String(error?.stack ?? error) }));
  });
  // The exit status says only that something failed. What it was goes through a file.
  writeFileSync(process.env.METERLINT_TEST_REPORT, JSON.stringify(results));
  if (failures > 0) throw new Error(`${failures} failed`);
};
