import type { Hit } from './messages.js';

interface Searching {
  /** Asks for what fits to a text. */
  readonly find: (text: string) => void;
  /** Goes to what was chosen. */
  readonly seek: (name: string) => void;
}

/**
 * A field with a list of what fits below it: arrows choose, Enter goes there, Escape closes the list, as does whatever else in the page is
 * used. That the keys left the page does not: text and picture follow each other while somebody types, and an answer comes when it comes.
 */
export function search({ find, seek }: Searching): { show(text: string, hits: readonly Hit[]): void } {
  const field = document.querySelector<HTMLInputElement>('#search')!;
  const list = document.querySelector<HTMLElement>('#hits')!;
  let chosen = -1;
  /** From the first letter until something was chosen or the list was closed. */
  let isSearching = false;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const choose = (index: number): void => {
    chosen = index;
    for (const [at, option] of options().entries()) option.setAttribute('aria-selected', String(at === index));
    const option = options()[index];
    if (option === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', option.id);
    option?.scrollIntoView({ block: 'nearest' });
  };
  const close = (): void => {
    isSearching = false;
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute('aria-expanded', 'false');
    choose(-1);
  };
  const go = (option: HTMLElement | undefined): void => {
    const name = option?.dataset['name'];
    if (name === undefined) return;
    close();
    field.value = '';
    seek(name);
  };

  field.addEventListener('input', () => {
    if (field.value.trim() === '') close();
    else {
      isSearching = true;
      find(field.value);
    }
  });
  field.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') go(options()[Math.max(0, chosen)]);
    else if (count > 0 && event.key === 'ArrowDown') choose((chosen + 1) % count);
    else if (count > 0 && event.key === 'ArrowUp') choose((chosen + count - 1) % count);
    else return;
    event.preventDefault();
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target !== field) close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target !== field && !(target instanceof Node && list.contains(target))) close();
  });
  // The field keeps the keys: it would close the list before the click arrives.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLElement) go(target);
  });

  return {
    show: (text, hits) => {
      // An answer to what was typed before, or that nobody waits for.
      if (text !== field.value || !isSearching) return;
      list.replaceChildren(...hits.map(optionOf), ...(hits.length === 0 ? [nothing()] : []));
      list.hidden = false;
      field.setAttribute('aria-expanded', 'true');
      choose(hits.length === 0 ? -1 : 0);
    },
  };
}

function optionOf({ name, label }: Hit, index: number): HTMLElement {
  const option = document.createElement('div');
  option.id = `hit-${index}`;
  option.setAttribute('role', 'option');
  option.dataset['name'] = name;
  option.textContent = label;
  return option;
}

function nothing(): HTMLElement {
  const words = document.createElement('div');
  words.className = 'nothing';
  words.setAttribute('role', 'option');
  words.setAttribute('aria-disabled', 'true');
  words.textContent = 'Nothing is named like that.';
  return words;
}
