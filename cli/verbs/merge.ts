import { merge } from '../merge.js';
import { choice, textValue, output } from '../option.js';
import { bars } from '../../workspace/index.js';
import { verb } from '../verb.js';

export const mergeVerb = verb({
  name: 'merge',
  summary: 'put the reports of shards together',
  about: [
    'Takes the JSON reports of all shards of one review, in any order: they have to be of one version, day, profile and number of shards, none missing and none twice.',
    'As JSON, the outcome is the same to the byte as that of the review in one piece.',
  ],
  args: [{ name: 'FILE', described: 'the reports, or @list.txt for a list of them', least: 1, most: 'any', completes: 'files' }],
  options: {
    format: choice(['text', 'json'], 'text', 'how findings are reported'),
    output: output('the terminal'),
    'fail-on': choice(bars, 'high', 'exit with 1 from this severity up; planned and unknown findings never count'),
    baseline: textValue('FILE', 'fail on findings only that are new or worse against this file of known ones', 'files'),
  },
  examples: [
    { line: 'meterlint check --shard 2/5 --format json --output part2.json --fail-on none', told: 'one of five jobs' },
    { line: 'meterlint merge part1.json part2.json part3.json part4.json part5.json', told: 'the job behind them' },
  ],
  exits: [
    { code: 0, meaning: 'nothing at or above the bar' },
    { code: 1, meaning: 'findings at or above the bar, or errors of writing (not with `--fail-on none`)' },
    { code: 2, meaning: 'could not run: usage, reports that do not fit, or errors that hide a part' },
  ],
  run: ({ args, options, stated }) =>
    merge({
      files: args,
      format: options.format,
      output: options.output,
      failOn: stated.has('fail-on') ? options['fail-on'] : undefined,
      baseline: options.baseline,
    }),
});
