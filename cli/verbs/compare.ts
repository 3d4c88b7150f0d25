import { alternativesForms } from '../../report/alternatives/forms.js';
import { alternativesIn } from '../alternatives.js';
import { complainOfGaps, open } from '../open.js';
import { choice, list, output, textValue, day } from '../option.js';
import { put } from '../tell.js';
import { tellingExits } from '../tell-reviews.js';
import { today } from '../today.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';
import { warn } from '../warn.js';
import { refuseInputs } from '../write.js';

export const compareVerb = verb({
  name: 'compare',
  summary: 'compare a design with its variants: findings, reach, cost',
  about: [
    'Reviews each design that has variants (`variant NAME of DESIGN { ... }`) as it is and with each of them, and puts side by side: findings by severity, and how many are new and gone; homes that one attacker switches or reads and metering points that they falsify, at worst; in how many ways, and how many measures close them; and what it costs more, where costs are given.',
    'Which of them no other beats is worked out exactly: one beats another that is no worse in anything and better in something. docs/variants.md tells what counts.',
  ],
  args: [paths],
  options: {
    format: choice(['text', 'json', 'csv'], 'text', 'for the terminal, for programs, or for a spreadsheet'),
    output: output('the standard output'),
    design: textValue('NAME', 'compare the variants of this design only'),
    variants: list('NAME,NAME', 'compare these variants only'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
  },
  examples: [
    { line: 'meterlint compare riverside.meter', told: 'the design as it is beside each of its variants' },
    { line: 'meterlint compare --variants signed,gate --format csv designs', told: 'two of them, a row for each figure' },
  ],
  exits: [
    tellingExits[0]!,
    {
      code: 2,
      meaning:
        'could not run: usage, a path that cannot be read, no design with variants, or errors that hide a part (what could be read is reported)',
    },
  ],
  run: async ({ args, options }) => {
    const opened = await open(args.length === 0 ? ['.'] : args);
    if (opened === undefined) return exitCodes.couldNotRun;
    await refuseInputs(options.output, opened.inputs);
    const { profile, design, variants } = options;
    const designs = await alternativesIn(opened, { profile, date: options.date ?? today() }, { design, variants });
    if (designs.length === 0) {
      complainOfGaps(opened);
      warn('no design has variants: write `variant NAME of DESIGN { ... }` with what would be otherwise');
      return exitCodes.couldNotRun;
    }
    await put(alternativesForms[options.format](designs), options.output);
    return complainOfGaps(opened);
  },
});
