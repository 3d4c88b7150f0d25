import { decisionsAbout, operandWords } from '../../../language/semantics/index.js';
import type { ControlUse, Element } from '../../../language/model/index.js';
import { isOpen } from '../../../review/index.js';
import { plannedWords } from '../../evidence.js';
import { decisionWords } from '../../register.js';
import type { NamedReview } from '../../../summary/named.js';

/** What the format has no field for, as texts by name. */
export type Attributes = Record<string, string>;

/** What a design says of itself; its name is in each key, since several designs are one project. */
export function designAttributes({ id: name, assessment }: NamedReview): Attributes {
  const { architecture, profiles, findings, results } = assessment;
  const { design } = architecture;
  return {
    [`${name}.title`]: design.title ?? design.name,
    ...(design.version === undefined ? {} : { [`${name}.version`]: design.version }),
    ...(design.owner === undefined ? {} : { [`${name}.owner`]: design.owner }),
    [`${name}.profiles`]: profiles.join(', '),
    [`${name}.findings`]: String(findings.length),
    [`${name}.accepted`]: String(results.filter(({ state }) => state === 'accepted').length),
    [`${name}.excluded`]: String(results.filter(({ state }) => state === 'excluded').length),
  };
}

/** What an element says and what its review found, with the decisions about it. */
export function attributesOf(element: Element, { assessment, applied }: NamedReview): Attributes {
  const { name, sort, kinds, settings, controls, mechanisms, notes } = element;
  const decisions = decisionsAbout(assessment.architecture).get(name) ?? [];
  return {
    sort,
    ...listed('kinds', kinds),
    ...Object.fromEntries(settings.map(({ attribute, value }) => [`set.${attribute}`, operandWords(value)])),
    ...listed('controls', controls.map(controlWords)),
    ...listed(
      'mechanisms',
      mechanisms.map(({ mechanism }) => mechanism),
    ),
    ...listed('notes', notes),
    ...listed(
      'open',
      applied(name).flatMap(({ requirement, state, severity }) => (isOpen(state) ? [`${requirement}: ${state} (${severity})`] : [])),
    ),
    ...Object.fromEntries(
      decisions.flatMap((decision) => decision.requirements.map((one) => [`decision.${one}`, decisionWords(decision)])),
    ),
  };
}

function listed(key: string, words: readonly string[]): Attributes {
  return words.length === 0 ? {} : { [key]: words.join('; ') };
}

/** `secure-boot by tpm (planned for 2027-06-30)` */
function controlWords({ control, mechanisms, planned, due, evidence }: ControlUse): string {
  const by = mechanisms.length === 0 ? '' : ` by ${mechanisms.join(', ')}`;
  const later = planned ? ` (${plannedWords({ planned, due })})` : '';
  return `${control}${by}${later}${evidence === undefined ? '' : `, evidence: ${evidence}`}`;
}
