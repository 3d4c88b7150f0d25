/* Plays sessions for as long as wanted: `npm run sessions -- [first seed] [last seed] [steps]`. Ends at the first difference. */
import { playSession } from './session.js';

const [first = 1, last = 100, steps = 40] = process.argv.slice(2).map(Number);
for (let seed = first; seed <= last; seed++) {
  const { fresh, commandLine } = await playSession(seed, steps).catch((error: unknown) => {
    // The whole difference may be long; `seed` and the steps are what plays it again.
    const lines = String(error)
      .split('\n')
      .map((line) => line.slice(0, 2000));
    console.error(lines.slice(0, 40).join('\n'));
    process.exit(1);
  });
  console.log(`seed ${seed}: ${steps} steps, as ${fresh} new servers say, and ${commandLine === 0 ? 'refused by' : 'as'} the command line`);
}
