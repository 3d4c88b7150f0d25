import type { Element, Flow, Link, Mechanism } from '../../language/model/index.js';
import type { ControlGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import type { Fix } from '../fix.js';
import { standardName } from '../citation.js';
import { candidatesFor, changesMedium, isLayer, suits } from './candidates.js';
import { layerEdit } from './layers.js';
import { broughtIntoScope } from './scope.js';
import { intoBody } from './write.js';

/** All ways to give an element a control that it lacks; where no mechanism provides it, the control with its evidence to fill. */
export function controlFixes(
  finding: Finding,
  gap: ControlGap,
  element: Element,
  evaluator: Evaluator,
  findings: readonly Finding[],
  preferred: boolean,
  most: number,
  tellsScope: boolean,
): Fix[] {
  const words = gap.control.replaceAll('-', ' ');
  const isLimited = evaluator.grants.limitOf(gap.control, element) !== undefined;
  const closes = { element: gap.element, what: gap.control };
  const mechanisms = candidatesFor(gap, element, evaluator, findings);
  const evidence: Fix[] = [];
  // Whoever has chosen a medium does not choose another one for a control, and what is made for other things is no first choice here.
  if (
    !isLimited &&
    mechanisms.every((mechanism) => changesMedium(evaluator, mechanism, element) || !suits(evaluator, mechanism.name, element))
  ) {
    const statement = `control ${gap.control} evidence ""`;
    evidence.push({
      title: `Add ${words} to ${element.name}, with its evidence left to fill`,
      kind: 'evidence',
      preferred,
      finding: finding.id,
      closes,
      edits: [intoBody(element, statement)],
      adds: { element, statement },
      bringsIntoScope: [],
    });
  }
  const where = gap.element === finding.element ? '' : ` to ${gap.element}`;
  const fixes = mechanisms.slice(0, most).map((mechanism, index): Fix => {
    const bringsIntoScope = tellsScope ? broughtIntoScope(evaluator, element, mechanism, gap.control) : [];
    const then = bringsIntoScope.length === 0 ? '' : `; it brings ${bringsIntoScope.join(', ')} into scope`;
    const statement = isLayer(mechanism, element) ? undefined : `control ${gap.control} by ${mechanism.name}`;
    return {
      title: `Add ${words}${where} with ${mechanism.title ?? mechanism.name}${cited(mechanism, evaluator)}${then}`,
      kind: 'mechanism',
      preferred: preferred && index === 0 && evidence.length === 0,
      finding: finding.id,
      closes,
      edits: [
        statement === undefined
          ? layerEdit(element as Link | Flow, mechanism, evaluator, { passing: gap.passing, over: finding.element })
          : intoBody(element, statement),
      ],
      ...(statement === undefined ? {} : { adds: { element, statement } }),
      bringsIntoScope,
    };
  });
  return [...evidence, ...fixes];
}

function cited(mechanism: Mechanism, { facts }: Evaluator): string {
  const first = mechanism.see[0];
  if (first === undefined) return '';
  const standard = standardName(first.standard, facts.catalogue);
  return mechanism.title?.includes(standard) ? '' : ` (${standard})`;
}
