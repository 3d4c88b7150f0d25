import type { SourceMap } from '../../language/source/index.js';
import type { Element, Mechanism } from '../../language/model/index.js';
import { intoBody } from '../../language/writing/index.js';
import type { ControlGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import type { Fix } from '../fix.js';
import { candidatesFor } from './candidates.js';
import { isLayer } from './stacks.js';
import { layerEdit, type AskedHops } from './layers.js';
import { planFix } from './plan.js';
import { broughtIntoScope } from './scope.js';
import type { Taking } from './way-out.js';

/**
 * All ways to give an element a control that it lacks. Where only people can answer for it, planning it goes first, and the mechanisms that
 * there are stand behind as answers by name: that it is there already is for them to write, with what shows it.
 */
export function controlFixes(
  finding: Finding,
  gap: ControlGap,
  element: Element,
  evaluator: Evaluator,
  findings: readonly Finding[],
  { answer, mechanism: chosen }: Taking,
  preferred: boolean,
  most: number,
  tellsScope: boolean,
  sources: SourceMap,
): Fix[] {
  const closes = { element: gap.element, what: gap.control };
  const candidates = candidatesFor(gap, element, evaluator, findings);
  const mechanisms = chosen === undefined ? candidates : [chosen, ...candidates.filter((one) => one !== chosen)];
  const isLimited = evaluator.grants.limitOf(gap.control, element) !== undefined;
  const plans =
    answer === 'person' && !isLimited ? [planFix(finding, gap, element, evaluator.facts, sources, mechanisms.length === 0)] : [];
  const fixes = mechanisms.slice(0, most).map((mechanism, index): Fix => {
    const bringsIntoScope = tellsScope ? broughtIntoScope(evaluator, element, mechanism, gap.control) : [];
    return {
      kind: 'mechanism',
      control: gap.control,
      on: gap.element === finding.element ? undefined : gap.element,
      mechanism: mechanism.name,
      preferred: preferred && answer === 'mechanism' && index === 0,
      finding: finding.id,
      closes,
      ...mechanismEdits(mechanism, gap, element, evaluator, sources, { passing: gap.passing, over: finding.element }),
      bringsIntoScope,
    };
  });
  return [...plans, ...fixes];
}

/** Writes a mechanism on an element: into its stack, or behind the control that it is added for. what it is asked for says how far it runs. */
export function mechanismEdits(
  mechanism: Mechanism,
  gap: ControlGap,
  element: Element,
  evaluator: Evaluator,
  sources: SourceMap,
  asked: AskedHops,
): Pick<Fix, 'edits' | 'adds'> {
  if (isLayer(mechanism, element)) return { edits: [layerEdit(element, mechanism, evaluator, sources, asked)] };
  const statement = `control ${gap.control} by ${mechanism.name}`;
  return { edits: intoBody(sources.sourceOf(element), statement), adds: { element, statement } };
}
