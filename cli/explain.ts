import { pageOf, plain } from '../report/page.js';
import { load } from './load.js';
import { findFiles } from './files.js';
import { exitCodes, nearest } from './usage.js';

/** Prints the page of a requirement, mechanism or control, the workspace's own ones below the current folder included. */
export async function explain(name: string): Promise<number> {
  const here = process.cwd();
  const { files } = await findFiles([here]);
  const { shared } = await load(files, [here]);
  const catalogue = shared.meter.Designs.catalogue();
  const page = pageOf(name, catalogue);
  if (page === undefined) {
    const known = [...catalogue.requirements.keys(), ...catalogue.mechanisms.keys(), ...catalogue.controls.keys()];
    const near = nearest(name, known);
    process.stderr.write(
      `meterlint: there is no requirement, mechanism or control '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}\n`,
    );
    return exitCodes.couldNotRun;
  }
  process.stdout.write(`${plain(page)}\n`);
  return exitCodes.clean;
}
