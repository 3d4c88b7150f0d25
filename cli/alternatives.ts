import { alternativesOf, type AlternativesTold } from '../history/alternatives.js';
import type { OpenedFiles } from './open.js';
import { toReview, type ReviewOptions } from './review-all.js';
import { refuseName } from './variant-names.js';

/** What is compared, where that is not everything. */
interface ComparedNames {
  readonly design: string | undefined;
  /** All of them where none is named. */
  readonly variants: readonly string[];
}

/** Of each design with variants among what was opened. */
export async function alternativesIn(
  opened: OpenedFiles,
  options: Pick<ReviewOptions, 'profile' | 'date'>,
  { design, variants: asked }: ComparedNames,
): Promise<AlternativesTold[]> {
  const { snapshot } = await toReview(opened, options);
  const designs = snapshot.reviewed.filter((one) => design === undefined || one.design.name === design);
  if (design !== undefined && designs.length === 0)
    refuseName(
      'design',
      design,
      snapshot.reviewed.map((one) => one.design.name),
    );
  const known = designs.flatMap((one) => snapshot.variantsOf(one).map(({ variant }) => variant.name));
  for (const name of asked) if (!known.includes(name)) refuseName('variant', name, known);
  return designs.flatMap((one) => {
    const variants = snapshot.variantsOf(one).filter(({ variant }) => asked.length === 0 || asked.includes(variant.name));
    if (variants.length === 0) return [];
    const reviewed = variants.map(({ variant, architecture }) => ({ variant, assessment: snapshot.assessmentOf(architecture) }));
    return [alternativesOf(snapshot.assessmentOf(one), reviewed)];
  });
}
