// Runs scripts of package.json beside each other, as many at once as there are cores. `node tools/side-by-side.mjs SCRIPT...`
// What a script says is shown when it has ended, so that lines do not mix; all are run to their end, and one that fails fails all.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

const worker = async () => {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
    const start = performance.now();
    const { code, said } = await run(script);
    if (code !== 0) process.exitCode = 1;
    console.log(`\n${script}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(start)}`);
    process.stdout.write(said);
  }
};
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));

function run(script) {
  // Under `npm run` npm tells where it is, and that way needs no shell on any system.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, 'run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}
