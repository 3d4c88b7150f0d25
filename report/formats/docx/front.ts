import { leftOut, type Assessment } from '../../../review/index.js';
import { atMost } from '../../clean.js';
import type { ReportContext } from '../format.js';
import { documentLimits } from './limits.js';
import { paragraph, run, titleWords, type Blocks } from './markup.js';
import { documentTable } from './table.js';

/** What was reviewed: the title, and of one design who answers for it and what it was reviewed against. */
export function frontBlocks(assessments: readonly Assessment[], context: ReportContext): Blocks[] {
  const [only] = assessments;
  return [
    paragraph('Subtitle', 'Security review'),
    paragraph('Title', documentTitle(assessments)),
    ...(assessments.length === 1 && only !== undefined ? [factsBlocks(only, context)] : []),
  ];
}

export function documentTitle(assessments: readonly Assessment[]): string {
  const [first] = assessments;
  if (first === undefined) return 'No design was found';
  const { design } = first.architecture;
  return assessments.length === 1 ? titleWords(design.title ?? design.name) : `${assessments.length} designs`;
}

function factsBlocks({ architecture, date, profiles }: Assessment, { toPath }: ReportContext): Blocks {
  const { design, catalogue, files } = architecture;
  const without = leftOut(profiles, catalogue).map(({ requirement, profile, because }) => `${requirement} by ${profile}: ${because}`);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [design.implicit ? 'Fragment' : 'Design', design.name],
    ['Version', design.version],
    ['Owner', design.owner],
    ['Reviewed as of', date],
    ['Against', profiles.map((name) => `${catalogue.profiles.get(name)?.title ?? name} (${name})`).join(', ')],
    ['Left out', without.join('; ')],
    ['Read from', files.map(toPath).join(', ')],
  ];
  return documentTable({
    caption: 'What was reviewed.',
    isCaptionHidden: true,
    hasNoHeads: true,
    columns: [
      { title: 'Fact', share: 1 },
      { title: 'What it is', share: 4 },
    ],
    rows: facts.flatMap(([name, value]) => (value ? [[run(name, 'Soft'), atMost(value, documentLimits.characters)]] : [])),
    what: 'facts',
  });
}
