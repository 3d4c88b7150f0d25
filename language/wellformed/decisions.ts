import type { Decision } from '../model/index.js';
import { removal, type Context, type Mistake } from './mistake.js';

/** Decisions that say again what another says. */
export function* decisions({ uri, designs, document }: Context): Iterable<Mistake> {
  for (const design of designs) {
    const first = new Map<string, Decision>();
    for (const decision of design.decisions) {
      const pairs = decision.requirements.flatMap((requirement) => decision.targets.map((target) => `${requirement} on ${target}`));
      const said = pairs.map((pair) => first.get(`${decision.verb} ${pair}`));
      for (const pair of pairs) if (!first.has(`${decision.verb} ${pair}`)) first.set(`${decision.verb} ${pair}`, decision);
      const before = said.find((one) => one !== undefined);
      if (decision.range.uri !== uri || before === undefined || before === decision) continue;
      const all = said.every((one) => one !== undefined);
      const repeated = pairs.filter((_, index) => said[index] !== undefined);
      yield {
        code: 'repeated-decision',
        severity: 'warning',
        message: `Another decision says the same of ${repeated.join(', ')}. Keep one.`,
        range: decision.range,
        related: { range: before.range, message: 'the first decision' },
        unnecessary: all,
        repairs: all ? [removal(document, decision.range, 'Remove the decision')] : [],
      };
    }
  }
}
