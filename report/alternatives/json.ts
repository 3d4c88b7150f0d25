import type { Alternative, AlternativesTold } from '../../history/alternatives.js';
import type { Finding } from '../../review/index.js';
import { jsonText } from '../formats/json-text.js';
import { countedSeverities } from '../timeline/words.js';

/** For programs, as `docs/variants.md` describes it. What has no end, or nobody says, is `null`; so is the variant of the design as it is. */
export function alternativesJson(designs: readonly AlternativesTold[]): string {
  return jsonText({ version: 1, designs: designs.map(ofDesign) });
}

function ofDesign({ all }: AlternativesTold): object {
  const { architecture, date } = all[0]!.assessment;
  return { design: architecture.design.name, date, alternatives: all.map((one) => alternativeData(one, all)) };
}

function alternativeData(one: Alternative, all: readonly Alternative[]): object {
  const { variant, counts, added, gone, graver, eased, harms, cost, beatenBy } = one;
  return {
    variant: variant?.name ?? null,
    title: variant?.title ?? null,
    findings: Object.fromEntries(countedSeverities.map((severity) => [severity, counts[severity]])),
    new: added.map(findingData),
    gone: gone.map(findingData),
    graver: graver.map(findingData),
    eased: eased.map(findingData),
    harms: harms.map(({ harm, figure, ways, cut, cutAtLeast }) => ({
      harm: harm.name,
      low: figure.low,
      high: figure.high ?? null,
      ways,
      cut,
      cutAtLeast,
    })),
    cost: { low: cost.low, high: cost.high ?? null, currency: cost.currency ?? null, unknown: cost.unknown },
    beatenBy: beatenBy.map((index) => all[index]!.variant?.name ?? null),
    front: beatenBy.length === 0,
  };
}

function findingData({ requirement, element, severity, state }: Finding): object {
  return { requirement, element, severity, state };
}
