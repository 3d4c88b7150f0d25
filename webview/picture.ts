/** How far around a box the ground reaches that takes clicks and shows marks. */
const around = 4;
const namespace = 'http://www.w3.org/2000/svg';

/**
 * Makes a picture ready for the page: whatever has an id among `ids` can be clicked and reached by Tab. Its style sheet is handed to
 * the page as an object, since the page's policy allows none in the text.
 */
export function readPicture(
  text: string,
  ids: ReadonlySet<string>,
  reveal: (id: string) => void,
  fold: (id: string) => void,
): SVGSVGElement {
  const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const svg = document.importNode(read, true) as unknown as SVGSVGElement;
  const style = svg.querySelector('style');
  const rules = new CSSStyleSheet();
  rules.replaceSync(style?.textContent ?? '');
  style?.remove();
  document.adoptedStyleSheets = [rules];
  // As an image it would hide its parts from screen readers.
  svg.setAttribute('role', 'group');
  for (const element of svg.querySelectorAll<SVGGElement>('[data-id]')) {
    const id = element.dataset['id']!;
    if (!ids.has(id)) continue;
    element.classList.add('leads-to-text');
    element.addEventListener('click', () => {
      reveal(id);
    });
    // A line leads where the words on it lead: those are enough to step through. Its title is its name: all words that stand there.
    if (isLine(element)) continue;
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'button');
    pressedByKeys(element, () => {
      reveal(id);
    });
  }
  for (const sign of svg.querySelectorAll<SVGGElement>('[data-fold]')) {
    const act = () => {
      fold(sign.dataset['fold']!);
    };
    sign.setAttribute('tabindex', '0');
    sign.setAttribute('role', 'button');
    sign.setAttribute('aria-label', sign.querySelector(':scope > title')?.textContent ?? '');
    sign.addEventListener('click', act);
    pressedByKeys(sign, act);
  }
  return svg;
}

function pressedByKeys(element: SVGElement, act: () => void): void {
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  });
}

/** Lays a ground below each element, once the picture is on the page and has a size. */
export function addGrounds(svg: SVGSVGElement): void {
  for (const element of svg.querySelectorAll<SVGGElement>('.leads-to-text')) {
    const ground = isLine(element) ? wider(element) : frame(element);
    if (ground === undefined) continue;
    ground.classList.add('ground');
    element.prepend(ground);
  }
}

function isLine(element: SVGGElement): boolean {
  return element.querySelector('text') === null;
}

function frame(element: SVGGElement): SVGElement {
  const { x, y, width, height } = element.getBBox();
  const ground = document.createElementNS(namespace, 'rect');
  const size = { x: x - around, y: y - around, width: width + 2 * around, height: height + 2 * around, rx: around };
  for (const [name, value] of Object.entries(size)) ground.setAttribute(name, String(value));
  return ground;
}

function wider(element: SVGGElement): SVGElement | undefined {
  const path = element.querySelector('.ml-way')?.getAttribute('d');
  if (path === undefined || path === null) return undefined;
  const ground = document.createElementNS(namespace, 'path');
  ground.setAttribute('d', path);
  return ground;
}
