import { listingJson, listingNamed, listingOf, listingText, listingWords } from '../../report/listing.js';
import { loadFiles } from '../load.js';
import { complainOfGaps, open } from '../open.js';
import { choice, textValue } from '../option.js';
import { checkProfile } from '../review-all.js';
import { exitCodes, UsageError } from '../usage.js';
import { paths, verb } from '../verb.js';

export const listVerb = verb({
  name: 'list',
  summary: 'list what the catalogue defines',
  about: [
    'Lists the built-in catalogue and, where paths are given, what their files define, which is marked as own. meterlint explain NAME shows the page of each. kinds are components, zones and data together; the words of define do as well.',
  ],
  args: [
    { name: 'WHAT', described: 'what to list', least: 1, most: 1, allowed: listingWords },
    { ...paths, described: 'files and folders whose definitions are listed, too (default: none)' },
  ],
  options: {
    profile: textValue('NAME', 'with requirements: only those of this profile'),
    find: textValue('TEXT', 'only what has this in its name, its title or the everyday words by which it is known'),
    format: choice(['text', 'json'], 'text', 'a table, or JSON for programs'),
  },
  examples: [
    { line: 'meterlint list profiles', told: 'the profiles to review against' },
    { line: 'meterlint list requirements --profile x1332-core', told: 'what one of them asks for' },
    { line: 'meterlint list mechanisms --find https', told: 'the mechanisms that are known as https' },
    { line: 'meterlint list mechanisms designs --format json', told: 'the mechanisms, those of the folder designs included' },
  ],
  exits: [
    { code: 0, meaning: 'the list was printed' },
    { code: 2, meaning: 'could not run: usage, or a path that cannot be read (what could be read is listed)' },
  ],
  run: async ({ args: [word, ...given], options }) => {
    const what = listingNamed(word!)!;
    if (options.profile !== undefined && what !== 'requirements') throw new UsageError('--profile goes with meterlint list requirements');
    const opened = given.length === 0 ? undefined : await open(given);
    if (given.length > 0 && opened === undefined) return exitCodes.couldNotRun;
    const { snapshot } = opened ?? (await loadFiles([], []));
    checkProfile(snapshot, options.profile);
    const found = listingOf(what, snapshot.catalogue, options);
    process.stdout.write(options.format === 'json' ? listingJson(what, found) : listingText(found));
    return opened === undefined ? exitCodes.clean : complainOfGaps(opened);
  },
});
