import { check } from '../check.js';
import { choice, day, flag, text } from '../option.js';
import { today } from '../review-all.js';
import { formatNames } from '../tell.js';
import { paths, verb } from '../verb.js';

export const checkVerb = verb({
  name: 'check',
  summary: 'review files and folders',
  about: [
    'Reviews the designs below the paths and everything that they import. Hidden folders, node_modules and symbolic links are passed over; imports never leave the reviewed folder.',
    'Findings go to the standard output, everything else (progress, what cannot be read) to the standard error output.',
  ],
  args: [paths],
  options: {
    format: choice<string>(['text', ...formatNames], 'text', 'how findings are told'),
    output: text('FILE', 'write to a file, as a whole or not at all, instead of to the terminal', 'files'),
    profile: text('NAME', "review against this profile instead of the designs' own"),
    'fail-on': choice(
      ['critical', 'high', 'medium', 'low', 'none'],
      'high',
      'exit with 1 from this severity up; planned and unknown findings never count',
    ),
    date: day('compare `until` and `planned for` with this day', 'today'),
    redundant: flag('tell declarations that no review depends on, too'),
    color: choice(['auto', 'always', 'never'], 'auto', 'colour; `auto` means on a terminal, and NO_COLOR is honoured'),
  },
  examples: [
    { line: 'meterlint check designs', told: 'reviews all designs below the folder designs' },
    { line: 'meterlint check designs --format sarif --output findings.sarif', told: 'writes the findings for code scanning' },
    { line: 'meterlint check --profile germany --fail-on critical', told: 'reviews the current folder against another profile and bar' },
  ],
  exits: [
    { code: 0, meaning: 'nothing at or above the bar' },
    { code: 1, meaning: 'findings at or above the bar, or errors of writing (not with `--fail-on none`)' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part' },
  ],
  run: ({ args, options }) =>
    check({
      paths: args.length === 0 ? ['.'] : args,
      format: options.format,
      output: options.output,
      profile: options.profile,
      failOn: options['fail-on'],
      date: options.date ?? today(),
      redundant: options.redundant,
      colour: options.color,
    }),
});
