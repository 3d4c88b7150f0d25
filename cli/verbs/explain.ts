import { explain } from '../explain.js';
import { verb } from '../verb.js';

export const explainVerb = verb({
  name: 'explain',
  summary: 'show the page of anything that the catalogue defines, or of a code',
  about: [
    'Every definition has a page: requirements, mechanisms, controls, threats, attacks, steps of attacks, harms, kinds of components and zones, classes of data, services, attributes, conditions, standards and profiles. What bears one name in several sorts is reported one after the other.',
    'Names that designs below the current folder define are known, too. The codes of validation errors, such as unknown-name, are those of docs/problems.md. A word by which something is known every day, such as https, leads to its page, or to a list where it is several.',
  ],
  args: [{ name: 'NAME', described: 'the name, as findings and designs write it', least: 1, most: 1 }],
  options: {},
  examples: [{ line: 'meterlint explain comm-integrity', told: 'what it asks for, why, and what may answer it' }],
  exits: [
    { code: 0, meaning: 'the page was printed' },
    { code: 2, meaning: 'could not run: usage, or nothing has that name' },
  ],
  run: ({ args }) => explain(args[0]!),
});
