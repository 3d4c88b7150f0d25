import type { Severity, Variant } from '../language/model/index.js';
import { inquiriesOf } from '../reach/index.js';
import type { Assessment, Finding } from '../review/index.js';
import { counted, countFindings } from '../summary/count.js';
import { isWorse } from '../summary/worse.js';
import { costOfVariant, type CostTold } from './costs.js';
import { beatenBy, type Rivals } from './pareto.js';
import type { HarmFigure } from './timeline.js';

/** A harm as one alternative has it. */
export interface HarmTold extends HarmFigure {
  /** How many ways lead there. */
  readonly ways: number;
  /** Of the smallest set of measures that closes all of them that can be closed. */
  readonly cut: number;
  /** At least so many are needed: fewer than `cut` where the search was cut short. */
  readonly cutAtLeast: number;
}

/** A design, or it with one of its variants, beside the others. */
export interface Alternative {
  /** Undefined of the design as it is. */
  readonly variant: Variant | undefined;
  readonly assessment: Assessment;
  /** Of those that are missing or weak. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What is missing or weak, and is not so in the design as it is. */
  readonly added: readonly Finding[];
  /** What is missing or weak in the design as it is, and here is not. */
  readonly gone: readonly Finding[];
  /** What is missing or weak in both, and weighs more here. */
  readonly graver: readonly Finding[];
  readonly eased: readonly Finding[];
  readonly harms: readonly HarmTold[];
  readonly cost: CostTold;
  /** Those that beat it, by their places among the alternatives: no worse in anything and better in something. */
  readonly beatenBy: readonly number[];
}

/** A design and its variants side by side. */
export interface AlternativesTold {
  /** The design as it is comes first. */
  readonly all: readonly Alternative[];
  /** Whether any variant gives costs: otherwise they decide nothing. */
  readonly hasCosts: boolean;
}

export function alternativesOf(
  base: Assessment,
  variants: readonly { readonly variant: Variant; readonly assessment: Assessment }[],
): AlternativesTold {
  const rows = [{ variant: undefined, assessment: base }, ...variants].map(({ variant, assessment }) => ({
    variant,
    assessment,
    counts: countFindings(assessment.findings).bySeverity,
    added: without(assessment, base),
    gone: without(base, assessment),
    graver: weighing(assessment, base, (here, there) => isWorse(here, there)),
    eased: weighing(assessment, base, (here, there) => isWorse(there, here)),
    harms: harmsOf(assessment),
    cost: costOfVariant(variant),
  }));
  const hasCosts = variants.some(({ variant }) => variant.costs.length > 0);
  const rivals: Rivals[] = rows.map(({ counts, harms, cost }) => ({
    counts: [counts.critical, counts.high, counts.medium, counts.low],
    figures: harms.map(({ figure }) => figure),
    cost: hasCosts ? cost : undefined,
  }));
  return { hasCosts, all: rows.map((row, index) => ({ ...row, beatenBy: beatenBy(index, rivals) })) };
}

/** One requirement on one element. */
function keyOf({ requirement, sort, element }: Finding): string {
  return [requirement, sort, element].join(' ');
}

/** What is missing or weak in both, and here otherwise than there. */
function weighing({ findings }: Assessment, other: Assessment, is: (here: Finding, there: Finding) => boolean): Finding[] {
  const there = new Map(other.findings.filter(counted).map((one) => [keyOf(one), one]));
  return findings.filter((one) => {
    const same = counted(one) ? there.get(keyOf(one)) : undefined;
    return same !== undefined && is(one, same);
  });
}

/** What is missing or weak in the first and not in the second, whatever its severity. */
function without({ findings }: Assessment, other: Assessment): Finding[] {
  const known = new Set(other.findings.filter(counted).map(keyOf));
  return findings.filter((one) => counted(one) && !known.has(keyOf(one)));
}

function harmsOf(assessment: Assessment): HarmTold[] {
  return inquiriesOf(assessment)
    .ways.now()
    .map(({ harm, worst, ways, cut, atLeast }) => ({
      harm,
      figure: worst?.figure ?? { low: 0, high: 0 },
      ways: ways.length,
      cut: cut.length,
      cutAtLeast: atLeast,
    }));
}
