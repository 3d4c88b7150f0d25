import { fix } from '../fix.js';
import { day, flag, list, textValue } from '../option.js';
import { today } from '../today.js';
import { paths, verb } from '../verb.js';

export const fixVerb = verb({
  name: 'fix',
  summary: 'write what findings lack into the designs',
  about: [
    'Adds the preferred fix of every finding, as the editor does with Fix all, until nothing changes: mechanisms and layers that are made for the place. What only people can know (a test, a plan, a certificate, a value, a decision) is not written; what is left of it is listed at the end as questions.',
    'A fix writes what a design should state. Whether the system does what is written then is for its owner to say: read the patch of `--dry-run` first.',
    'With `--cut`, the measures that meterlint paths HARM tells are written instead, each by the mechanism that is made for its place. What cannot be written is named with the reason, and another set is taken where it does.',
    'Only the files below the paths are changed, not what they import; each is written as a whole or not at all, with its line ends and byte order mark as they were. A design of which a part cannot be read is left alone.',
  ],
  args: [paths],
  options: {
    'dry-run': flag('change nothing; print a patch that git apply and patch -p1 take'),
    errors: flag('repair validation errors, too, before anything else, where nothing else can have been meant'),
    cut: textValue('HARM', 'write the smallest set of controls that ends all ways to this harm, and nothing else'),
    requirement: list('NAME', 'fix only findings of these requirements; names with commas between them, or the option again'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
  },
  examples: [
    { line: 'meterlint fix --dry-run designs', told: 'shows what would change, as a patch' },
    { line: 'meterlint fix --requirement comm-confidentiality,authz-rbac designs', told: 'fixes the findings of two requirements' },
    { line: 'meterlint fix --cut load-control-abuse --dry-run designs', told: 'shows what ends all ways to switch homes off' },
    { line: 'meterlint fix --errors designs', told: 'repairs validation errors, too' },
  ],
  exits: [
    { code: 0, meaning: 'done; with `--dry-run`: nothing would change' },
    { code: 1, meaning: '`--dry-run`: the patch is not empty' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read or written, or errors that hide a part' },
  ],
  run: ({ args, options }) =>
    fix({
      paths: args.length === 0 ? ['.'] : args,
      dryRun: options['dry-run'],
      mistakes: options.errors,
      cut: options.cut,
      requirements: options.requirement,
      profile: options.profile,
      date: options.date ?? today(),
    }),
});
