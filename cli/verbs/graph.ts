import path from 'node:path';
import { toDot } from '../../report/graph/dot.js';
import { graphOf } from '../../report/graph/graph.js';
import { toMermaid } from '../../report/graph/mermaid.js';
import type { Assessment } from '../../review/index.js';
import { homeBelow } from '../baseline.js';
import { complainOfGaps, open } from '../open.js';
import { choice, day, flag, textValue, output } from '../option.js';
import { reviewAll } from '../review-all.js';
import { today } from '../today.js';
import { put } from '../tell.js';
import { drawSvg, pictureOptions, refusePictureOptions } from '../picture.js';
import { refuseInputs } from '../write.js';
import { exitCodes, nearestWord, UsageError } from '../usage.js';
import { paths, verb } from '../verb.js';

const drawings = { dot: toDot, mermaid: toMermaid } as const;

export const graphVerb = verb({
  name: 'graph',
  summary: 'draw a design as a picture, or for Graphviz or Mermaid',
  about: [
    'Draws zones, components and links with their protocols. What has findings is marked with the worst severity in a word, a shape and a colour.',
    'svg is a picture of its own, laid out here: lines show what protects each step (two lines: from end to end; one: hop by hop; dashes and dots: weak; dots: nothing), badges count findings by severity, and other parties, readers of data and states stand in words. Zones of a large design are drawn closed.',
  ],
  args: [paths],
  options: {
    format: choice(['dot', 'mermaid', 'svg'], 'dot', 'for Graphviz, for Mermaid, which many wikis show, or a picture'),
    output: output('the standard output'),
    design: textValue('NAME', 'the design to draw, where the paths hold several; its file where several have that name'),
    flows: flag('draw flows, too, as dashed arrows'),
    plain: flag('leave the marks of findings out'),
    ...pictureOptions,
    profile: textValue('NAME', "review against this profile instead of the design's own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
  },
  examples: [
    { line: 'meterlint graph riverside.meter | dot -Tpdf > riverside.pdf', told: 'draws a design with Graphviz' },
    { line: 'meterlint graph --format mermaid --flows riverside.meter', told: 'for a page of a wiki, with flows' },
    {
      line: 'meterlint graph --format svg --output riverside.svg riverside.meter',
      told: 'a picture that browsers and office programs show',
    },
    {
      line: 'meterlint graph --format svg --readers interval-consumption riverside.meter',
      told: 'who can read load profiles, and what protects them on their way',
    },
  ],
  exits: [
    { code: 0, meaning: 'drawn, whatever was found' },
    {
      code: 2,
      meaning:
        'could not run: usage, no design or several, a path that cannot be read, or errors that hide a part (what could be read is drawn)',
    },
  ],
  run: async ({ args, options }) => {
    refusePictureOptions(options);
    const opened = await open(args.length === 0 ? ['.'] : args);
    if (opened === undefined) return exitCodes.couldNotRun;
    await refuseInputs(options.output, opened.inputs);
    const { assessments } = await reviewAll(opened, { profile: options.profile, date: options.date ?? today() });
    const names = assessments.map(({ architecture }) => architecture.design.name);
    const wanted = assessments.filter((one) => options.design === undefined || isNamed(one, options.design));
    if (options.design !== undefined && wanted.length === 0) {
      const near = nearestWord(options.design, names);
      throw new UsageError(`there is no design '${options.design}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
    }
    if (wanted.length > 1) {
      const isSingle = (name: string) => names.filter((other) => other === name).length === 1;
      const several = wanted.map((one) => {
        const { name } = one.architecture.design;
        return isSingle(name) ? name : homeBelow(process.cwd(), one);
      });
      throw new UsageError(`there are several designs; name one with --design: ${several.join(', ')}`);
    }
    const [assessment] = wanted;
    if (assessment === undefined) throw new UsageError('no design was found');
    const { format, flows, plain } = options;
    const drawing =
      format === 'svg' ? await drawSvg(assessment, options) : drawings[format](graphOf(assessment, { flows, findings: !plain }));
    await put(drawing, options.output);
    return complainOfGaps(opened);
  },
});

/** By its name, or by the path of its file as it is seen from here. */
function isNamed(one: Assessment, given: string): boolean {
  return one.architecture.design.name === given || homeBelow(process.cwd(), one) === path.posix.normalize(given);
}
