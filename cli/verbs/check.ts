import { check, refuseContradictions } from '../check.js';
import { choice, day, flag, patterns, shard, textValue, output } from '../option.js';
import { bars } from '../../workspace/index.js';
import { today } from '../today.js';
import { standardInput } from '../stdin.js';
import { editionOption, formatNames, refuseEdition } from '../tell.js';
import { UsageError } from '../usage.js';
import { paths, verb } from '../verb.js';
import { watch } from '../watch.js';

export const checkVerb = verb({
  name: 'check',
  summary: 'review files and folders',
  about: [
    'Reviews the designs below the paths and everything that they import. Hidden folders, node_modules and symbolic links are passed over; imports never leave the folder of meterlint.json or, where there is none, the reviewed one.',
    'Whatever is named is a part of its project, which is the folder of meterlint.json or else the current one: what any file there defines is seen, and a file that designs there import is reviewed in them. Other files are neither reviewed nor reported of.',
    'A path @list.txt stands for the paths in that file, one a line. What holds for everybody may stand in meterlint.json of the folder or of one around it: profile, failOn, decisionsFrom, exclude, baseline and redundant; options go before it.',
    'The text begins with the ten that matter, what is drawn and wrong first; then come all findings by what is asked, an element a line. --verbose tells all of each.',
    'Findings go to the standard output, everything else (progress, what cannot be read) to the standard error output.',
  ],
  args: [paths],
  options: {
    format: choice<string>(['text', ...formatNames], 'text', 'how findings are reported'),
    output: output('the terminal'),
    edition: editionOption,
    verbose: flag('tell with each finding why it is asked for, what closes it, what to do, and the line of the design'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    'fail-on': choice(bars, 'high', 'exit with 1 from this severity up; planned and unknown findings never count'),
    date: day('compare `until` and `planned for` with this day', 'today'),
    baseline: textValue('FILE', 'fail on findings only that are new or worse against this file of known ones', 'files'),
    'decisions-from': patterns('let accept and exclude count in these files only; elsewhere they are errors'),
    variant: textValue('NAME', 'review this variant in place of its design'),
    'ignore-decisions': flag('review as if nothing were accepted or excluded'),
    exclude: patterns('pass these files over'),
    redundant: flag('tell declarations that no review depends on, too'),
    stdin: flag('review the text of the standard input'),
    'stdin-path': textValue('NAME', 'the path that the standard input stands for: imports are read from there, and messages name it'),
    shard: shard('review part I of N of the designs; `meterlint merge` puts the JSON reports together'),
    watch: flag('review again whenever a file changes, until Ctrl+C'),
    redact: textValue(
      'KEYFILE',
      'replace all names and texts by pseudonyms; the file of the key is read, or made, and gives them back',
      'files',
    ),
    timings: flag('tell on the standard error output what each step took, and how much it had to do'),
    color: choice(['auto', 'always', 'never'], 'auto', 'colour; `auto` means on a terminal, and NO_COLOR is honoured'),
  },
  examples: [
    { line: 'meterlint check designs', told: 'reviews all designs below the folder designs' },
    { line: 'meterlint check designs --format sarif --output findings.sarif', told: 'writes the findings for code scanning' },
    { line: 'meterlint check --baseline meterlint-baseline.json', told: 'fails on what is new or worse only' },
    { line: 'meterlint check --profile germany --fail-on critical', told: 'reviews the current folder against another profile and bar' },
  ],
  exits: [
    { code: 0, meaning: 'nothing at or above the bar' },
    { code: 1, meaning: 'findings at or above the bar, or errors of writing (not with `--fail-on none`)' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part' },
  ],
  run: async ({ args, options, stated }) => {
    const given = {
      paths: args,
      format: options.format,
      edition: options.edition,
      output: options.output,
      verbose: options.verbose,
      profile: options.profile,
      failOn: stated.has('fail-on') ? options['fail-on'] : undefined,
      date: options.date ?? today(),
      baseline: options.baseline,
      decisionsFrom: options['decisions-from'],
      variant: options.variant,
      ignoreDecisions: options['ignore-decisions'],
      exclude: options.exclude,
      redundant: options.redundant,
      shard: options.shard,
      redact: options.redact,
      tellsTimings: options.timings,
      colour: options.color,
    };
    refuseEdition(options.edition, options.format);
    refuseContradictions(given, options);
    if (options['stdin-path'] !== undefined && !options.stdin)
      throw new UsageError('--stdin-path names the text of --stdin: give that, too');
    if (options.stdin) {
      const name = options['stdin-path'] ?? 'stdin.meter';
      return check({ ...given, paths: [name], source: await standardInput(name) });
    }
    const paths = args.length === 0 ? ['.'] : args;
    return options.watch ? watch({ ...given, paths }) : check({ ...given, paths });
  },
});
