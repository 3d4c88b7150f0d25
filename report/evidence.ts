import type { Architecture, ControlUse } from '../language/model/index.js';
import { evidenceBehind, type Backed, type StatedControl } from '../summary/evidence.js';

/** `seal on meter by tape, planned for 2027-06-30` */
export function statementWords(stated: StatedControl): string {
  const { control, element, mechanisms, planned } = stated;
  const by = mechanisms.length === 0 ? '' : ` by ${mechanisms.join(', ')}`;
  return `${control} on ${element}${by}${planned ? `, ${plannedWords(stated)}` : ''}`;
}

/** `planned for 2027-06-30`, `planned`; empty for what is there. */
export function plannedWords({ planned, due }: Pick<ControlUse, 'planned' | 'due'>): string {
  if (!planned) return '';
  return due === undefined ? 'planned' : `planned for ${due}`;
}

/** `seal on meter: "Test report 7"; stamp on meter: "SOP-14"`; empty where nobody names any. */
export function evidenceWords(backed: Backed, architecture: Architecture): string {
  return evidenceBehind(backed, architecture)
    .map(({ control, element, text }) => `${control} on ${element}: "${text}"`)
    .join('; ');
}
