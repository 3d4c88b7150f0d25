import type { ToPage } from './messages.js';

type Walk = Extract<ToPage, { type: 'walk' }>;

interface Walking {
  readonly begin: (walk: string) => void;
  readonly go: (slide: number) => void;
}

/** The list of walks in the bar, and below it the strip with the slide that is spoken about: buttons and arrow keys go on and back. */
export function walk({ begin, go }: Walking): { show(told: Walk): void } {
  const part = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;
  const list = document.querySelector<HTMLSelectElement>('#walks')!;
  const [strip, title, said, lines, place] = ['walk', 'walk-title', 'walk-said', 'walk-lines', 'walk-at'].map(part) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const [back, on, end] = ['walk-back', 'walk-on', 'walk-end'].map(part) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  let [at, count] = [0, 0];
  let offered = '';
  /** Whoever begins a walk goes on with the keys, wherever it was begun. */
  let isBegun = false;
  let shown = '';

  const turn = (slide: number): void => {
    if (slide >= 0 && slide < count && slide !== at) go(slide);
  };
  const leave = (): void => {
    list.focus();
    begin('');
  };
  list.addEventListener('change', () => {
    begin(list.value);
    isBegun = list.value !== '';
  });
  back.addEventListener('click', () => {
    turn(at - 1);
  });
  on.addEventListener('click', () => {
    turn(at + 1);
  });
  end.addEventListener('click', leave);
  strip.addEventListener('keydown', (event) => {
    const act = {
      ArrowLeft: () => {
        turn(at - 1);
      },
      ArrowRight: () => {
        turn(at + 1);
      },
      Home: () => {
        turn(0);
      },
      End: () => {
        turn(count - 1);
      },
      Escape: leave,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  return {
    show: (told) => {
      const choices = JSON.stringify(told.walks);
      if (choices !== offered) {
        offered = choices;
        const groups = new Map(told.walks.map(({ group }) => [group, told.walks.filter((one) => one.group === group)]));
        list.replaceChildren(new Option('nothing', ''));
        for (const [label, all] of groups) {
          const group = document.createElement('optgroup');
          group.label = label;
          group.append(...all.map((one) => new Option(one.label, one.id)));
          list.append(group);
        }
      }
      list.value = told.walk;
      if (list.selectedIndex < 0) list.selectedIndex = 0;
      const hadFocus = strip.contains(document.activeElement);
      strip.hidden = told.walk === '';
      if (strip.hidden) {
        shown = '';
        if (hadFocus) list.focus();
        return;
      }
      if (told.walk !== shown && document.hasFocus() && document.activeElement === document.body) isBegun = true;
      shown = told.walk;
      [at, count] = [told.at, told.count];
      place.textContent = count === 0 ? 'It is being found out…' : `${at + 1} of ${count}`;
      title.textContent = told.title;
      said.textContent = told.said;
      lines.replaceChildren(
        ...told.lines.map((line) => {
          const item = document.createElement('p');
          item.textContent = line;
          return item;
        }),
      );
      // What has the focus is not disabled under the keys.
      back.setAttribute('aria-disabled', String(at <= 0));
      on.setAttribute('aria-disabled', String(at >= count - 1));
      strip.scrollTop = 0;
      if (isBegun) strip.focus();
      isBegun = false;
    },
  };
}
