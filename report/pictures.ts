import { layOut, sceneOf, svgOf } from '../picture/index.js';
import type { Assessment } from '../review/index.js';
import type { Reviewed } from './problem.js';

/** Nobody looks at more pictures in one report. */
export const mostPictures = 40;

/** The first designs of a review as SVG, light and without the lists that a report has in chapters of its own. */
export async function drawPictures({ assessments }: Reviewed): Promise<ReadonlyMap<Assessment, string>> {
  const pictures = new Map<Assessment, string>();
  for (const assessment of assessments.slice(0, mostPictures)) {
    const scene = sceneOf(assessment.architecture, assessment, { lists: false });
    pictures.set(assessment, svgOf(await layOut(scene), 'light'));
  }
  return pictures;
}
