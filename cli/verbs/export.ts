import { formats } from '../../report/formats/index.js';
import { compareBelow, readBaselineFile } from '../baseline.js';
import { day, flag, needed, output, patterns, textValue } from '../option.js';
import { complainOfGaps, open } from '../open.js';
import { redactWith, refuseOneFile } from '../redaction.js';
import { reviewAll } from '../review-all.js';
import { withTimelines } from '../timelines.js';
import { today } from '../today.js';
import { editionOption, formatNames, inFormat, put, refuseEdition, tellingContextOf } from '../tell.js';
import { refuseInputs } from '../write.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';

export const exportVerb = verb({
  name: 'export',
  summary: 'write a review in a format for other tools',
  about: [
    'Findings do not change the exit code: check decides whether a build fails, export tells. Formats that are no text go to a file or a pipe, never to a terminal.',
    `The formats: ${formats.map(({ id, label, description }) => `${id} (${label}, ${description})`).join('; ')}.`,
  ],
  args: [paths],
  options: {
    format: needed<string>(formatNames, 'the format, which has to be named'),
    output: output('the standard output'),
    edition: editionOption,
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
    baseline: textValue(
      'FILE',
      'tell how findings stand against this file of known ones, where a format has a place for it; without it meterlint.json is not asked',
      'files',
    ),
    'decisions-from': patterns('let accept and exclude count in these files only'),
    'ignore-decisions': flag('review as if nothing were accepted or excluded'),
    exclude: patterns('pass these files over'),
    everything: flag('tell what is met and what does not apply, too, where a format leaves it out (sarif, junit, oscal, xlsx)'),
    redact: textValue(
      'KEYFILE',
      'replace all names and texts by pseudonyms; the file of the key is read, or made, and gives them back',
      'files',
    ),
  },
  examples: [
    { line: 'meterlint export --format sarif --output findings.sarif designs', told: 'for code scanning' },
    { line: 'meterlint export --format html --edition short --output review.html', told: 'a report to print, of at most 15 pages' },
    { line: 'meterlint export --format csv > findings.csv', told: 'the findings of the current folder for a spreadsheet' },
    {
      line: 'meterlint export --format xlsx --redact keys/ami.json --output findings.xlsx',
      told: 'a workbook without names, for somebody outside',
    },
  ],
  exits: [
    { code: 0, meaning: 'written, whatever was found' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part (what could be read is written)' },
  ],
  run: async ({ args, options }) => {
    refuseOneFile(options.redact, options.output);
    refuseEdition(options.edition, options.format);
    const opened = await open(args.length === 0 ? ['.'] : args, { decisionsFrom: options['decisions-from'], exclude: options.exclude });
    if (opened === undefined) return exitCodes.couldNotRun;
    await refuseInputs(options.output, [...opened.inputs, options.baseline]);
    const ignoreDecisions = options['ignore-decisions'];
    const asked = { profile: options.profile, date: options.date ?? today(), ignoreDecisions };
    const review = await reviewAll(opened, asked);
    const known = options.baseline === undefined ? undefined : await readBaselineFile(options.baseline, opened.root);
    const compared = known === undefined ? review : { ...review, baseline: compareBelow(opened.root, review.assessments, known) };
    const reviewed = await withTimelines(compared, options.format, opened, asked);
    const plain = { reviewed, context: { ...tellingContextOf(opened), everything: options.everything, edition: options.edition } };
    const told = options.redact === undefined ? plain : await redactWith(options.redact, reviewed, plain.context);
    await put(await inFormat(options.format, told.reviewed, told.context), options.output);
    return complainOfGaps(opened);
  },
});
