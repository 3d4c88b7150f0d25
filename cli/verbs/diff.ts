import { diff, diffFormats } from '../diff.js';
import { choice, day, patterns, textValue, output } from '../option.js';
import { bars } from '../../workspace/index.js';
import { today } from '../today.js';
import { verb } from '../verb.js';

export const diffVerb = verb({
  name: 'diff',
  summary: 'tell which requirements got better or worse between two states of designs',
  about: [
    'OLD and NEW are files, folders, or revisions of Git: REV for the designs below the current folder as they were then, REV:path for a file or folder of that revision. The work tree is not touched. Where a path and a revision have one name, the path counts; REV: with a colon is always a revision.',
    'Designs and elements are compared by their names; one that was renamed is reported as removed and added.',
  ],
  args: [
    { name: 'OLD', described: 'what was', least: 1, most: 1, completes: 'files' },
    { name: 'NEW', described: 'what is', least: 1, most: 1, completes: 'files' },
  ],
  options: {
    format: choice(diffFormats, 'text', 'how changes are reported; markdown is for a pull request'),
    output: output('the terminal'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    'fail-on': choice(bars, 'high', 'exit with 1 where something got worse that is missing or weak, from this severity up'),
    date: day('compare `until` and `planned for` with this day, on both sides', 'today'),
    'decisions-from': patterns('let accept and exclude count in these files only'),
    exclude: patterns('pass these files over'),
  },
  examples: [
    { line: 'meterlint diff main .', told: 'what the current folder changes against the branch main' },
    { line: 'meterlint diff v1.0:designs designs --format markdown', told: 'for a pull request' },
    { line: 'meterlint diff old.meter new.meter', told: 'two files' },
  ],
  exits: [
    { code: 0, meaning: 'nothing got worse at or above the bar' },
    { code: 1, meaning: 'something got worse at or above the bar' },
    { code: 2, meaning: 'could not run: usage, a path or revision that cannot be read, or errors that hide a part' },
  ],
  run: ({ args, options, stated }) =>
    diff({
      old: args[0]!,
      now: args[1]!,
      format: options.format,
      output: options.output,
      profile: options.profile,
      date: options.date ?? today(),
      failOn: stated.has('fail-on') ? options['fail-on'] : undefined,
      decisionsFrom: options['decisions-from'],
      exclude: options.exclude,
    }),
});
