import type { DiagramState } from './messages.js';
import { addGrounds } from './picture.js';

type Place = Pick<DiagramState, 'zoom' | 'left' | 'top'>;

const [smallest, largest] = [0.1, 5];
/** Farther than a hand shakes while it clicks, in pixels. */
const shake = 4;

/** The part of a picture that is seen, and its size: by wheel, by dragging, by keys, and by the bar. `moved` is told of each change. */
export function view(sheet: HTMLElement, moved: () => void) {
  const size = document.querySelector<HTMLOutputElement>('#zoom')!;
  let svg: SVGSVGElement | undefined;
  let natural = { width: 1, height: 1 };
  let zoom = 1;

  /** Keeps what is at a point of the view where it is; its middle by default. */
  const zoomTo = (wanted: number, point = { x: sheet.clientWidth / 2, y: sheet.clientHeight / 2 }): void => {
    const next = Math.min(largest, Math.max(smallest, wanted));
    const [x, y] = [(sheet.scrollLeft + point.x) / zoom, (sheet.scrollTop + point.y) / zoom];
    zoom = next;
    resize();
    sheet.scrollTo({ left: x * next - point.x, top: y * next - point.y, behavior: 'instant' });
    moved();
  };
  const resize = (): void => {
    if (svg === undefined) return;
    svg.style.width = `${natural.width * zoom}px`;
    svg.style.height = `${natural.height * zoom}px`;
    size.value = `${Math.round(zoom * 100)} %`;
  };
  const zoomBy = (factor: number): void => {
    zoomTo(zoom * factor);
  };
  /** As wide as the view, and never so large that it looks like another picture. */
  const fit = (): void => {
    zoomTo(Math.min(1.25, sheet.clientWidth / natural.width));
  };

  sheet.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      '+': () => {
        zoomBy(1.2);
      },
      '=': () => {
        zoomBy(1.2);
      },
      '-': () => {
        zoomBy(1 / 1.2);
      },
      '0': fit,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  sheet.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = sheet.getBoundingClientRect();
      zoomTo(zoom * Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
    },
    { passive: false },
  );
  sheet.addEventListener('scroll', moved, { passive: true });
  dragging(sheet);

  return {
    zoomBy,
    fit,
    state: (): Place => ({ zoom, left: sheet.scrollLeft, top: sheet.scrollTop }),
    /** Shows a picture; `as before` leaves size and place, so that an edit moves nothing that it did not change. */
    show: (picture: SVGSVGElement, place: Place | 'fit' | 'as before'): void => {
      const { zoom: wanted, left, top } = typeof place === 'object' ? place : { zoom, left: sheet.scrollLeft, top: sheet.scrollTop };
      svg = picture;
      natural = { width: Number(picture.getAttribute('width')), height: Number(picture.getAttribute('height')) };
      sheet.replaceChildren(picture);
      addGrounds(picture);
      const ground = picture.querySelector('.ml-sheet');
      if (ground !== null) document.body.style.backgroundColor = getComputedStyle(ground).fill;
      if (place === 'fit') {
        fit();
        sheet.scrollTo({ left: 0, top: 0, behavior: 'instant' });
        return;
      }
      zoom = wanted;
      resize();
      sheet.scrollTo({ left, top, behavior: 'instant' });
    },
  };
}

/** Moves what is scrolled with the pointer that holds it. What was moved is not clicked. */
function dragging(sheet: HTMLElement): void {
  let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
  let isMoved = false;
  sheet.addEventListener('pointerdown', ({ button, pointerType, clientX: x, clientY: y }) => {
    isMoved = false;
    from = button === 0 && pointerType === 'mouse' ? { x, y, left: sheet.scrollLeft, top: sheet.scrollTop } : undefined;
  });
  sheet.addEventListener('pointermove', ({ clientX, clientY, pointerId }) => {
    if (from === undefined) return;
    const [dx, dy] = [clientX - from.x, clientY - from.y];
    if (!isMoved && Math.hypot(dx, dy) < shake) return;
    if (!isMoved) sheet.setPointerCapture(pointerId);
    isMoved = true;
    sheet.classList.add('is-held');
    sheet.scrollTo({ left: from.left - dx, top: from.top - dy, behavior: 'instant' });
  });
  const end = (): void => {
    from = undefined;
    sheet.classList.remove('is-held');
  };
  sheet.addEventListener('pointerup', end);
  sheet.addEventListener('pointercancel', end);
  sheet.addEventListener(
    'click',
    (event) => {
      if (isMoved) event.stopPropagation();
    },
    { capture: true },
  );
}
