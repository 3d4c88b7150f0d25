import type { Alternative, AlternativesTold, HarmTold } from '../../history/alternatives.js';
import { figureWords } from '../reach/words.js';
import { countedSeverities } from '../timeline/words.js';
import { harmTitleOf } from '../timeline/rows.js';
import { costWords } from './money.js';

/** `as it is` of the design itself. */
export function alternativeName({ variant }: Alternative): string {
  return variant === undefined ? 'as it is' : variant.name;
}

/** A row of the table for each thing that is compared: what it is, then a cell for each alternative. */
export function alternativeRows({ all, hasCosts }: AlternativesTold): string[][] {
  const row = (head: string, cell: (one: Alternative) => string) => [head, ...all.map(cell)];
  const against = (count: (one: Alternative) => number) => (one: Alternative) => (one.variant === undefined ? '' : String(count(one)));
  const harms = all[0]!.harms.flatMap((first, index) => {
    const of = (tell: (one: HarmTold) => string) => (one: Alternative) => tell(one.harms[index]!);
    return [
      row(
        harmTitleOf(first),
        of(({ figure }) => figureWords(figure)),
      ),
      row(
        '  ways',
        of(({ ways }) => String(ways)),
      ),
      row('  smallest set that closes them', of(setWords)),
    ];
  });
  return [
    row('', alternativeName),
    ...countedSeverities.map((severity) => row(`Findings, ${severity}`, ({ counts }) => String(counts[severity]))),
    row(
      '  new',
      against(({ added }) => added.length),
    ),
    row(
      '  gone',
      against(({ gone }) => gone.length),
    ),
    ...harms,
    ...(hasCosts ? [row('Cost', ({ cost }) => costWords(cost))] : []),
    row('Beaten by', (one) => one.beatenBy.map((index) => alternativeName(all[index]!)).join(', ') || 'none'),
  ];
}

/** `3 measures`; where the search was cut short, what is proven. */
function setWords({ cut, cutAtLeast }: HarmTold): string {
  return cut === cutAtLeast ? String(cut) : `${cutAtLeast} to ${cut}`;
}
