import type { Architecture } from '../../../language/model/index.js';
import { withElement } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';
import { everyElement } from './swaps.js';

/** Each control that is there planned for no date instead. */
export function plannedInstead(design: Architecture): Mutation[] {
  return everyElement(design).flatMap((element) =>
    [...new Set(element.controls.filter(({ planned }) => !planned).map(({ control }) => control))].map((control): Mutation => ({
      what: `${element.name}: control ${control} planned`,
      apply: (one) => {
        const own = everyElement(one).find(({ name }) => name === element.name);
        if (own?.controls.some((use) => use.control === control && !use.planned) !== true) return undefined;
        const controls = own.controls.map((use) => (use.control === control ? { ...use, planned: true } : use));
        return withElement(one, { ...own, controls });
      },
      swap: { owner: element.name, gone: control, come: undefined },
    })),
  );
}
