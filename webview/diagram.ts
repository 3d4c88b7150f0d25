// The room `webview/`: the pages that show a diagram beside its text, and tables as tabs: they find out nothing themselves, fetch nothing,
// and believe no message before they have looked at it.
// May import `server/protocol`.

import { bar } from './bar.js';
import { isState, isToPage, type DiagramState, type FromPage, type ToPage } from './messages.js';
import { painted } from './paint.js';
import { readPicture } from './picture.js';
import { search } from './search.js';
import { view } from './view.js';
import { walk } from './walk.js';

/** What VS Code gives the page, once: it stays in this file. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: DiagramState): void;
};

const api = acquireVsCodeApi();
const sheet = document.querySelector<HTMLElement>('#sheet')!;
const words = document.querySelector<HTMLElement>('#words')!;
let shown: { readonly uri: string; readonly options: DiagramState['options'] } | undefined;

const looking = view(sheet, keep);
const choosing = bar({
  choose: (options) => {
    api.postMessage({ type: 'choose', options });
  },
  save: () => {
    api.postMessage({ type: 'save' });
  },
  paint: () => {
    const svg = sheet.querySelector('svg');
    if (svg !== null)
      void painted(svg).then((png) => {
        api.postMessage({ type: 'paint', png });
      });
  },
  unfold: () => {
    api.postMessage({ type: 'unfold' });
  },
  zoom: looking.zoomBy,
  fit: looking.fit,
});
const walking = walk({
  begin: (id) => {
    api.postMessage({ type: 'walk', walk: id });
  },
  go: (at) => {
    api.postMessage({ type: 'slide', at });
  },
});
const searching = search({
  find: (text) => {
    api.postMessage({ type: 'find', text });
  },
  seek: (name) => {
    sheet.focus();
    api.postMessage({ type: 'seek', name });
  },
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isToPage(data)) take(data);
});
api.postMessage({ type: 'ready' });

function take(message: ToPage): void {
  if (message.type === 'words') {
    shown = undefined;
    sheet.replaceChildren();
    words.textContent = message.words;
  } else if (message.type === 'picture') show(message);
  else if (message.type === 'walk') follow(message);
  else if (message.type === 'found') searching.show(message.text, message.hits);
  else mark(message.ids);
}

function show({ picture, ids, options }: Extract<ToPage, { type: 'picture' }>): void {
  const focused = focusedSign();
  const isOther = shown?.uri !== picture.uri;
  shown = { uri: picture.uri, options };
  words.textContent = '';
  choosing.show(picture.choices, options);
  const svg = readPicture(
    picture.svg,
    new Set(ids),
    (id) => {
      api.postMessage({ type: 'reveal', id });
    },
    (id) => {
      api.postMessage({ type: 'fold', id });
    },
  );
  const kept = api.getState();
  looking.show(svg, isOther ? (isState(kept) && kept.uri === picture.uri ? kept : 'fit') : 'as before');
  if (focused !== undefined) sheet.querySelector<SVGElement>(focused)?.focus({ preventScroll: true });
  keep();
}

/** Where the keys are in the picture, in a form in which it is found in the next one. */
function focusedSign(): string | undefined {
  const { id, fold } = document.activeElement?.closest<SVGElement>('#sheet :is([data-id], [data-fold])')?.dataset ?? {};
  if (fold !== undefined) return `[data-fold="${CSS.escape(fold)}"]`;
  return id === undefined ? undefined : `[data-id="${CSS.escape(id)}"]`;
}

function follow(told: Extract<ToPage, { type: 'walk' }>): void {
  walking.show(told);
  const [now, past] = [new Set(told.ids), new Set(told.past)];
  for (const element of elements()) {
    const id = element.dataset['id'] ?? '';
    element.classList.toggle('is-told', now.has(id));
    element.classList.toggle('is-past', past.has(id) && !now.has(id));
  }
  comeIntoView(elements().filter(({ classList }) => classList.contains('is-told')));
}

function mark(ids: readonly string[]): void {
  const marked = new Set(ids);
  const found = elements().filter(({ classList, dataset }) => classList.toggle('is-marked', marked.has(dataset['id'] ?? '')));
  comeIntoView(found);
}

function comeIntoView(found: readonly SVGElement[]): void {
  // The design's own statement is about all of it: nothing has to come into view.
  const target = found.find(({ dataset }) => dataset['id'] !== 'design' && dataset['id']?.includes('/') !== true);
  if (target === undefined) return;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
}

function elements(): SVGElement[] {
  return [...sheet.querySelectorAll<SVGElement>('[data-id]')];
}

function keep(): void {
  if (shown !== undefined) api.setState({ ...shown, ...looking.state() });
}
