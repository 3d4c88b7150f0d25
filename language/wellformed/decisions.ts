import * as ast from '../generated/ast.js';
import { coverOf, targetWords } from '../semantics/index.js';
import type { Architecture, Decision } from '../model/index.js';
import { rangeOfNode } from '../read/range.js';
import { replacing } from '../writing/index.js';
import { leaveOut } from './leave-out.js';
import { removal, type Context, type Mistake, type Repair } from './mistake.js';

/** Decisions that say again what another says, in every design that they are part of. */
export function* decisions(context: Context): Iterable<Mistake> {
  const { document, sources } = context;
  for (const [decision, repeated, before] of repetitions(context)) {
    const pairs = pairsOf(decision);
    const all = pairs.every((pair) => repeated.has(pairKey(...pair)));
    yield {
      code: 'repeated-decision',
      severity: 'warning',
      what: ['same', pairs.filter((pair) => repeated.has(pairKey(...pair)))],
      range: sources.rangeOf(decision),
      related: { range: sources.rangeOf(before), is: ['firstDecision'] },
      unnecessary: all,
      repairs: all ? [removal(document, sources.rangeOf(decision), ['removeDecision'])] : without(decision, repeated, context),
    };
  }
}

function pairsOf({ requirements, targets }: Decision): (readonly [requirement: string, target: string])[] {
  const written = new Set(targets.map(targetWords));
  return [...new Set(requirements)].flatMap((requirement) => [...written].map((target) => [requirement, target] as const));
}

function pairKey(requirement: string, target: string): string {
  return `${requirement} on ${target}`;
}

type Repetition = [Decision, ReadonlySet<string>, Decision];

/** Each decision of the file with what it repeats, and the first that said it. What `every KIND` covers may differ from design to design. */
function repetitions({ uri, designs, derived }: Context): Repetition[] {
  const found = new Map<Decision, Repetition>();
  for (const [index, design] of designs.entries()) {
    const here = derived(design, 'repeated decisions', () => repetitionsIn(design)).get(uri) ?? new Map<Decision, Repetition>();
    for (const [same, one] of here) {
      const [decision, repeated, before] = found.get(same) ?? one;
      if (index === 0 || found.has(same)) found.set(same, [decision, new Set([...repeated].filter((pair) => one[1].has(pair))), before]);
    }
    for (const same of found.keys()) if (!here.has(same)) found.delete(same);
  }
  return [...found.values()].filter(([, repeated]) => repeated.size > 0);
}

/** By the file of the decision that repeats. */
function repetitionsIn(design: Architecture): ReadonlyMap<string, ReadonlyMap<Decision, Repetition>> {
  const first = new Map<string, Decision>();
  const found = new Map<string, Map<Decision, Repetition>>();
  for (const decision of design.decisions) {
    const covered = decision.targets.map((target) => ({ target, elements: coverOf(target, design) }));
    const repeated = new Set<string>();
    let before: Decision | undefined;
    const said: string[] = [];
    for (const requirement of decision.requirements) {
      for (const { target, elements } of covered) {
        const keys = elements.map((element) => `${decision.verb} ${requirement} on ${element}`);
        said.push(...keys);
        if (keys.length === 0 || !keys.every((key) => first.has(key))) continue;
        repeated.add(pairKey(requirement, targetWords(target)));
        before ??= first.get(keys[0]!);
      }
    }
    for (const key of said) if (!first.has(key)) first.set(key, decision);
    if (before === undefined) continue;
    const inFile = found.get(decision.file) ?? new Map<Decision, Repetition>();
    found.set(decision.file, inFile.set(decision, [decision, repeated, before]));
  }
  return found;
}

/** One that is repeated in whole, for one element or one requirement, goes from its list; several go one by one. */
function without(decision: Decision, repeated: ReadonlySet<string>, { model, document, sources }: Context): Repair[] {
  const { requirements, targets } = decision;
  const { startOffset } = sources.rangeOf(decision);
  const node = model.elements.find((one) => one.$cstNode?.offset === startOffset);
  if (node === undefined) return [];
  const written = targets.map(targetWords);
  const isRepeated = (requirement: string, target: string) => repeated.has(pairKey(requirement, target));
  const target = written.find((one) => requirements.every((requirement) => isRepeated(requirement, one)));
  if (target !== undefined) return leaveOut(document, node, 'targets', written.indexOf(target), ['leaveOut', target], true);
  const requirement = requirements.find((one) => written.every((other) => isRepeated(one, other)));
  if (requirement === undefined) return [];
  return leaveOut(document, node, 'requirements', requirement, ['leaveOut', requirement], true);
}

/** `and within` behind what has no inside. */
export function* insides({ model, document }: Context): Iterable<Mistake> {
  for (const target of model.elements.filter(ast.isDecision).flatMap(({ targets }) => targets)) {
    const found = target.subject?.ref;
    if (!target.within || found === undefined || ast.isZone(found)) continue;
    const range = rangeOfNode(document, target);
    yield {
      code: 'within-no-zone',
      severity: 'error',
      what: ['noZone', found.name, found.$type.toLowerCase()],
      range,
      repairs: [{ does: ['leaveOut', 'and within'], preferred: true, edits: [replacing(range, found.name)] }],
    };
  }
}
