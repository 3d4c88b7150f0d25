/* Edits texts and workspaces for as long as wanted: `npm run edits -- [edits a seed] [first seed] [last seed]`. Ends at the first difference. */
import { parts, town } from './bases.js';
import { fuzzParse } from './fuzz.js';
import { fuzzWorkspace } from './workspace-fuzz.js';

const [edits = 200, first = 1, last = 10] = process.argv.slice(2).map(Number);
for (let seed = first; seed <= last; seed++) {
  const { partly } = fuzzParse(seed % 2 === 0 ? town : town.replaceAll('\n', '\r\n'), seed, edits);
  await fuzzWorkspace({ 'town.meter': town, 'parts.meter': parts }, seed, Math.ceil(edits / 10));
  console.log(
    `seed ${seed}: ${edits} edits of a text, ${partly} of them read in part, and ${Math.ceil(edits / 10)} of a workspace: no difference`,
  );
}
