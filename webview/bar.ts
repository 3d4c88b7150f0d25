import type { PictureChoice, PictureChoices } from '../server/protocol.js';
import { usualOptions, type DiagramOptions } from './messages.js';

interface Acts {
  readonly choose: (options: DiagramOptions) => void;
  readonly save: () => void;
  readonly paint: () => void;
  readonly unfold: () => void;
  /** By a factor. */
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page holds no ${type.name} '${id}'`);
  return found;
}

/** The bar above a diagram. */
export function bar({ choose, save, paint, unfold, zoom, fit }: Acts): { show(choices: PictureChoices, options: DiagramOptions): void } {
  const flows = byId('flows', HTMLInputElement);
  const [protection, shown, readers] = [
    byId('protection', HTMLSelectElement),
    byId('show', HTMLSelectElement),
    byId('readers', HTMLSelectElement),
  ];
  let folds = usualOptions.folds;
  const chosen = () => {
    choose({ flows: flows.checked, protection: protection.value, show: shown.value, readers: readers.value, folds });
  };
  for (const one of [flows, protection, shown, readers]) one.addEventListener('change', chosen);
  const acts = {
    smaller: () => {
      zoom(1 / 1.2);
    },
    larger: () => {
      zoom(1.2);
    },
    fit,
    save,
    paint,
    unfold,
  };
  for (const [id, act] of Object.entries(acts)) byId(id, HTMLElement).addEventListener('click', act);
  return {
    show: (choices, options) => {
      flows.checked = options.flows;
      folds = options.folds;
      byId('unfold', HTMLElement).hidden = folds.length === 0;
      // Lines always show one control, the usual one first; the others may choose nothing.
      fill(protection, choices.protection, options.protection);
      fill(shown, [{ id: usualOptions.show, label: 'everything' }, ...choices.show], options.show);
      fill(readers, [{ id: usualOptions.readers, label: 'not asked' }, ...choices.readers], options.readers);
      byId('bar', HTMLElement).hidden = false;
    },
  };
}

function fill(select: HTMLSelectElement, choices: readonly PictureChoice[], value: string): void {
  const offered = JSON.stringify(choices);
  // A list that is open stays open while the review goes on.
  if (select.dataset['offered'] !== offered) {
    select.dataset['offered'] = offered;
    select.replaceChildren(...choices.map(({ id, label }) => new Option(label, id)));
  }
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}
