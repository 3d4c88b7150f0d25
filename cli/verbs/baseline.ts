import path from 'node:path';
import { writeBaseline } from '../../history/baseline-file.js';
import { baselineFile, baselineFileOf, homeBelow } from '../baseline.js';
import { day, patterns, textValue } from '../option.js';
import { complainOfGaps, open } from '../open.js';
import { reviewAll } from '../review-all.js';
import { today } from '../today.js';
import { put } from '../tell.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';
import { version } from '../version.js';
import { refuseInputs } from '../write.js';

export const baselineVerb = verb({
  name: 'baseline',
  summary: 'write down the findings that are known, so that check fails on new ones only',
  about: [
    'The file holds a line for each finding, in a fixed order: keep it beside the designs, and read its changes as those of any other file.',
    'Nothing is written where a part of the designs cannot be read: what is hidden would count as known to be right.',
  ],
  args: [paths],
  options: {
    output: textValue(
      'FILE',
      `the file to write instead of the one that meterlint.json names, or ${baselineFile}; - means the standard output`,
      'files',
    ),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
    'decisions-from': patterns('let accept and exclude count in these files only'),
    exclude: patterns('pass these files over'),
  },
  examples: [
    { line: 'meterlint baseline designs', told: `writes ${baselineFile} in the current folder` },
    { line: `meterlint check designs --baseline ${baselineFile}`, told: 'fails on what is new or worse from then on' },
  ],
  exits: [
    { code: 0, meaning: 'written' },
    { code: 2, meaning: 'could not run, and nothing was written: usage, a path that cannot be read, or errors that hide a part' },
  ],
  run: async ({ args, options }) => {
    const opened = await open(args.length === 0 ? ['.'] : args, { decisionsFrom: options['decisions-from'], exclude: options.exclude });
    if (opened === undefined) return exitCodes.couldNotRun;
    const { assessments } = await reviewAll(opened, { profile: options.profile, date: options.date ?? today() });
    if (complainOfGaps(opened) !== exitCodes.clean) return exitCodes.couldNotRun;
    const { output = (await baselineFileOf(undefined, opened.project)) ?? baselineFile } = options;
    if (output !== '-') await refuseInputs(output, opened.inputs);
    const folder = output === '-' ? opened.root : path.dirname(path.resolve(output));
    const text = writeBaseline(assessments, version, (assessment) => homeBelow(folder, assessment));
    await put(text, output === '-' ? undefined : output);
    const count = assessments.reduce((sum, { findings }) => sum + findings.length, 0);
    if (output !== '-') process.stderr.write(`Wrote ${output}: ${count} known ${count === 1 ? 'finding' : 'findings'}.\n`);
    return exitCodes.clean;
  },
});
