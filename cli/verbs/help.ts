import { globalHelp, helpOf } from '../help.js';
import { exitCodes, nearestWord, UsageError } from '../usage.js';
import { verb } from '../verb.js';

export const helpVerb = verb({
  name: 'help',
  summary: 'tell how a verb is used',
  about: [],
  args: [{ name: 'VERB', described: 'the verb; all verbs where none is given', least: 0, most: 1, completes: 'verbs' }],
  options: {},
  examples: [{ line: 'meterlint help check', told: 'the same as meterlint check --help' }],
  exits: [
    { code: 0, meaning: 'help was printed' },
    { code: 2, meaning: 'there is no such verb' },
  ],
  run: ({ args: [name], verbs }) => {
    const asked = verbs.find((one) => one.name === name);
    if (name !== undefined && asked === undefined) {
      const near = nearestWord(
        name,
        verbs.map((one) => one.name),
      );
      throw new UsageError(`unknown command '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
    }
    process.stdout.write(asked === undefined ? globalHelp(verbs) : helpOf(asked));
    return Promise.resolve(exitCodes.clean);
  },
});
