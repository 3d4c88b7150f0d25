import type { Assessment } from '../../../../review/index.js';
import type { ReportContext } from '../../format.js';
import { documentLimits } from '../limits.js';
import { headingAt, paragraph, type DocumentBlock } from '../markup.js';
import { drawingBlock } from './drawing.js';

/** What was reviewed, before what was found; nothing where no picture was drawn. */
export function picturesBlocks(assessments: readonly Assessment[], { pictures }: ReportContext): DocumentBlock[] {
  const drawn = assessments.slice(0, documentLimits.pictures).flatMap((assessment) => {
    const svg = pictures?.get(assessment);
    return svg === undefined ? [] : [{ assessment, svg }];
  });
  if (drawn.length === 0) return [];
  const left = assessments.length - drawn.length;
  return [
    headingAt(1, 'Architecture', true),
    ...drawn.flatMap(({ assessment: { architecture }, svg }, at): DocumentBlock[] => [
      ...(assessments.length === 1 ? [] : [headingAt(2, architecture.design.title ?? architecture.design.name, at > 0)]),
      drawingBlock(svg, at + 1),
      paragraph('Note', 'Zones, components and links, with what was found on each; zones of a large design stand closed.'),
    ]),
    ...(left > 0 ? [paragraph('Normal', `${left} further designs are not drawn here.`)] : []),
  ];
}
