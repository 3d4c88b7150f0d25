import type { Element, Flow, Link, Mechanism } from '../../language/model/index.js';
import type { ControlGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import type { Fix, TextEdit } from '../fix.js';
import { standardName } from '../citation.js';
import { covers } from '../spans.js';
import { candidatesFor, isLayer } from './candidates.js';
import { broughtIntoScope } from './scope.js';
import { asLayer, intoBody } from './write.js';

/** All ways to give an element a control that it lacks; where no mechanism provides it, the control with its evidence to fill. */
export function controlFixes(
  finding: Finding,
  gap: ControlGap,
  element: Element,
  evaluator: Evaluator,
  findings: readonly Finding[],
  preferred: boolean,
): Fix[] {
  const words = gap.control.replaceAll('-', ' ');
  const closes = { element: gap.element, what: gap.control };
  const mechanisms = candidatesFor(gap, element, evaluator, findings);
  if (mechanisms.length === 0) {
    const statement = `control ${gap.control} evidence ""`;
    return [
      {
        title: `Add ${words} to ${element.name}, with its evidence left to fill`,
        kind: 'evidence',
        preferred,
        finding: finding.id,
        closes,
        edits: [intoBody(element, statement)],
        adds: { element, statement },
        bringsIntoScope: [],
      },
    ];
  }
  const where = gap.element === finding.element ? '' : ` to ${gap.element}`;
  return mechanisms.map((mechanism, index) => {
    const bringsIntoScope = broughtIntoScope(evaluator, element, mechanism, gap.control);
    const then = bringsIntoScope.length === 0 ? '' : `; it brings ${bringsIntoScope.join(', ')} into scope`;
    const statement = isLayer(mechanism, element) ? undefined : `control ${gap.control} by ${mechanism.name}`;
    return {
      title: `Add ${words}${where} with ${mechanism.title ?? mechanism.name}${cited(mechanism, evaluator)}${then}`,
      kind: 'mechanism' as const,
      preferred: preferred && index === 0,
      finding: finding.id,
      closes,
      edits: [statement === undefined ? layerEdit(element as Link | Flow, mechanism, evaluator) : intoBody(element, statement)],
      ...(statement === undefined ? {} : { adds: { element, statement } }),
      bringsIntoScope,
    };
  });
}

function cited(mechanism: Mechanism, { facts }: Evaluator): string {
  const first = mechanism.see[0];
  if (first === undefined) return '';
  const standard = standardName(first.standard, facts.catalogue);
  return mechanism.title?.includes(standard) ? '' : ` (${standard})`;
}

function layerEdit(element: Link | Flow, mechanism: Mechanism, { facts }: Evaluator): TextEdit {
  const isFormOf = (other: string) => facts.mechanismKinds(mechanism.name).has(other);
  if (element.place === 'link') return asLayer(element, mechanism.name, isFormOf, () => true, '');
  const needed = countedHops(element, facts);
  const reaches = (layer: Flow['layers'][number]) => needed.every((hop) => covers(element, layer, hop));
  return asLayer(element, mechanism.name, isFormOf, reaches, boundsOf(element, needed));
}

/** The hops that protection of a flow has to cover. */
function countedHops(flow: Flow, facts: Evaluator['facts']): number[] {
  return flow.hops.flatMap((hop, index) => (facts.isPersonHop(hop) || facts.isTrustedHop(hop) ? [] : [index]));
}

/** ` from A to B` where a layer need not run over the whole path and the ends of the part are plain. */
function boundsOf(flow: Flow, needed: readonly number[]): string {
  const steps = needed.map((index) => flow.hops[index]!.step);
  if (steps.length === 0) return '';
  const [first, last] = [Math.min(...steps), Math.max(...steps) + 1];
  const named = (stop: number) => {
    const [only, ...others] = flow.stops[stop] ?? [];
    const isPlain = only !== undefined && others.length === 0 && flow.stops.filter((one) => one.includes(only)).length === 1;
    return isPlain ? only : undefined;
  };
  const from = first === 0 ? undefined : named(first);
  const to = last === flow.stops.length - 1 ? undefined : named(last);
  return `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
}
