import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answersFrom, draftDesign, serviceIds, topologyIds } from '../../drafts/index.js';
import { reasonOf } from '../files.js';
import { loadFiles } from '../load.js';
import { choice, list, textValue } from '../option.js';
import { exitCodes, UsageError } from '../usage.js';
import { verb } from '../verb.js';

export const initVerb = verb({
  name: 'init',
  summary: 'write a design to begin with',
  about: [
    'The design has the parts, links and flows that a topology and its services need. It is a start: what it does not state counts as absent, and check lists that.',
    'Protocols may be given in any order; each answers the first open question that offers it. QUESTION=CHOICE names the question. A name that is unknown is reported with all that there are.',
    `The services: ${serviceIds.join(', ')}.`,
  ],
  args: [
    { name: 'FILE', described: 'the .meter file to write, which must not exist yet (default: the standard output)', least: 0, most: 1 },
  ],
  options: {
    topology: choice(topologyIds, topologyIds[0]!, 'how the meters reach the head-end'),
    commodity: textValue(
      'WORD',
      'what the meters measure: electricity, water, gas or heat (default: what the topology is mostly built for)',
    ),
    meters: textValue('NUMBER', 'how many meters there are (default: 10000)'),
    protocols: list('CHOICE,...', 'protocols such as g3-psk, nb-iot+private-apn or home=zigbee-cbke (default: usual ones)'),
    services: list('SERVICE,...', 'what the system is used for; none for a design without any (default: usual ones)'),
    title: textValue('TITLE', "the design's title"),
    profile: textValue('NAME', 'the profile it is reviewed against, instead of x1332'),
  },
  examples: [
    { line: 'meterlint init riverside.meter', told: 'meters, concentrators and a head-end with the usual services' },
    {
      line: 'meterlint init --topology cellular --protocols lwm2m-certificate --services scheduled-reading',
      told: 'printed instead of written',
    },
    {
      line: 'meterlint init --topology lorawan --commodity heat --profile germany --meters 2000 heat.meter',
      told: 'heat meters of a German town',
    },
  ],
  exits: [
    { code: 0, meaning: 'written' },
    { code: 2, meaning: 'could not run: usage, a name that is unknown, or a file that exists or cannot be written' },
  ],
  run: async ({ args: [file], options, stated }) => {
    if (file !== undefined && !file.endsWith('.meter')) throw new UsageError(`init writes a .meter file, not '${file}'`);
    const { topology, commodity, meters, protocols, services, title, profile } = options;
    const { catalogue } = (await loadFiles([], [])).snapshot;
    if (profile !== undefined && !catalogue.profiles.has(profile)) {
      throw new UsageError(`there is no profile '${profile}': choose ${[...catalogue.profiles.keys()].join(', ')}`);
    }
    const wanted = stated.has('services') ? { services: services.filter((name) => name !== 'none') } : {};
    const { answers, problems } = answersFrom({ topology, protocols, ...given({ commodity, meters, profile }), ...wanted }, catalogue);
    if (problems.length > 0) throw new UsageError(problems.join('. '));
    const name = file === undefined ? undefined : path.basename(file, '.meter');
    const draft = draftDesign(answers, catalogue, {
      ...(name === undefined ? {} : { name }),
      ...(title === undefined ? {} : { title }),
    });
    if (file === undefined) process.stdout.write(draft.text);
    else await write(file, draft.text);
    return exitCodes.clean;
  },
});

/** Of some options those that were given. */
function given<K extends string>(options: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<Record<K, string>>;
}

/** Never over a file that is there. */
async function write(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new UsageError(`${file} exists already; name a new file`);
    throw new UsageError(`cannot write ${file}: ${reasonOf(error)}`);
  }
}
