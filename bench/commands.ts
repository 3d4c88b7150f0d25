import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeDesign } from './design.js';

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a process says of itself when it ends: processor time of all its threads, and the most memory that it held. */
const told =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();' +
  'process.stderr.write("\\ncost "+(user+system)/1e6+" "+process.resourceUsage().maxRSS/1024)})';

function costOf(args: readonly string[], cwd: string): Cost {
  const main = fileURLToPath(new URL('../dist/cli/main.mjs', import.meta.url));
  const { stderr } = spawnSync(process.execPath, ['--import', told, main, ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 31 - 1 });
  const [, seconds, megabytes] = /cost ([\d.]+) ([\d.]+)$/.exec(stderr) ?? [];
  return { seconds: Number(seconds), megabytes: Number(megabytes) };
}

/** The quickest of three: the machine has other work. */
function quickest(args: readonly string[], cwd: string): Cost {
  return [1, 2, 3].map(() => costOf(args, cwd)).reduce((best, one) => (one.seconds < best.seconds ? one : best));
}

/** What commands cost from their start to their end, each in a process of its own. */
export function* commandCosts(sizes: readonly number[]): Iterable<readonly [command: string, cost: Cost]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meterlint-bench-'));
  try {
    const one = path.join(folder, 'one');
    mkdirSync(one);
    writeFileSync(path.join(one, 'one.meter'), 'component meter is smart-meter\n');
    for (const command of ['--version', 'list requirements', 'explain comm-integrity', 'check']) {
      yield [`${command}${command === 'check' ? ' of one line' : ''}`, quickest(command.split(' '), one)];
    }
    for (const size of sizes) {
      const large = path.join(folder, String(size));
      mkdirSync(large);
      writeFileSync(path.join(large, 'large.meter'), largeDesign(size));
      for (const format of ['text', 'csv', 'json', 'sarif']) {
        yield [
          `check of ${size} components, ${format}`,
          costOf(['check', '--format', format, '--output', path.join(folder, 'report')], large),
        ];
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
