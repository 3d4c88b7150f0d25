import { forTerminal } from '../clean.js';
import type { HarmWays } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';
import { doneWords, proofWords, reachTold, stepWords, worstWords } from './words.js';

/** The ways to one harm, the cheapest first, each with what would stop each of its steps. */
export function waysText(assessments: readonly Assessment[], harm: string, shown: number): string {
  return forTerminal(
    assessments
      .map((assessment) => {
        const { design } = assessment.architecture;
        const found = reachTold(assessment).harms.filter((one) => one.harm.name === harm);
        return `${design.title ?? design.name}\n\n${found.map((one) => ofHarm(one, shown)).join('\n')}`;
      })
      .join('\n'),
  );
}

function ofHarm(one: HarmWays, shown: number): string {
  const { harm, hold, ways, cut } = one;
  const title = harm.title ?? harm.name;
  if (ways.length === 0) return `${title}: ${worstWords(one)}.\n`;
  const told = ways.slice(0, shown).map(({ steps, figure, sure, stops }, index) => {
    const lines = steps.map((firing, at) => {
      const against = stops[at]!;
      return `     ${stepWords(firing)}${against.length === 0 ? '' : `\n       stopped by ${against.map((set) => set.join(' with ')).join(', or ')}`}`;
    });
    return `  ${index + 1}. ${doneWords(figure, hold)} by this way${sure ? '' : ', where what the design leaves open is so'}\n${lines.join('\n')}\n`;
  });
  const more = ways.length > shown ? `  ${ways.length - shown} more; --all tells them.\n` : '';
  const measures = cut.map(({ key }) => `  - ${key}\n`).join('');
  return `${title}: ${worstWords(one)}.\n${told.join('')}${more}\n${proofWords(one)}\n${measures}`;
}
