import { plain } from '../report/page.js';
import { pageOf } from '../report/pages.js';
import { load } from './load.js';
import { findFiles } from './files.js';
import { exitCodes, nearest } from './usage.js';
import { warn } from './warn.js';

/** Prints the page of a requirement, mechanism, control or threat, the workspace's own ones below the current folder included. */
export async function explain(name: string): Promise<number> {
  const here = process.cwd();
  const { files } = await findFiles([here]);
  const { shared } = await load(files, [here]);
  const catalogue = shared.meter.Designs.catalogue();
  const page = pageOf(name, catalogue);
  if (page === undefined) {
    const known = [catalogue.requirements, catalogue.mechanisms, catalogue.controls, catalogue.threats].flatMap((table) => [
      ...table.keys(),
    ]);
    const near = nearest(name, known);
    warn(`there is no requirement, mechanism, control or threat '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
    return exitCodes.couldNotRun;
  }
  process.stdout.write(`${plain(page)}\n`);
  return exitCodes.clean;
}
