import type { Decision } from '../model/index.js';
import { leaveOut } from './leave-out.js';
import { removal, type Context, type Mistake, type Repair } from './mistake.js';

/** Decisions that say again what another says. */
export function* decisions(context: Context): Iterable<Mistake> {
  const { uri, designs, document } = context;
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
        repairs: all ? [removal(document, decision.range, 'Remove the decision')] : without(decision, repeated, context),
      };
    }
  }
}

/** One that is repeated in whole, for one element or one requirement, goes from its list; several go one by one. */
function without({ requirements, targets, range }: Decision, repeated: readonly string[], { model, document }: Context): Repair[] {
  const node = model.elements.find((one) => one.$cstNode?.offset === range.startOffset);
  if (node === undefined) return [];
  const isRepeated = (requirement: string, target: string) => repeated.includes(`${requirement} on ${target}`);
  const target = targets.find((one) => requirements.every((requirement) => isRepeated(requirement, one)));
  if (target !== undefined) return leaveOut(document, node, 'targets', target, `Leave '${target}' out`, true);
  const requirement = requirements.find((one) => targets.every((other) => isRepeated(one, other)));
  return requirement === undefined ? [] : leaveOut(document, node, 'requirements', requirement, `Leave '${requirement}' out`, true);
}
