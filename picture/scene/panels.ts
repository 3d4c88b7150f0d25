import { elementsOfSort } from '../../language/semantics/index.js';
import { counting, kindWords, elementLabel, someOf, uncut } from '../words.js';
import type { DrawnReview } from './context.js';
import type { Kept } from './kept.js';
import type { ScenePanel, SceneRow } from './scene.js';

/** More lines than this are a table, and that is another report. */
const mostRows = 24;

/** Flows and data, which have no box of their own, and what a filter leaves out. `drawn` names what stands in the drawing already. */
export function panelsOf(kept: Kept, drawn: ReadonlySet<string>, context: DrawnReview): ScenePanel[] {
  const { architecture } = context;
  const { components, catalogue } = architecture;
  const flowRows = kept.flows.map((flow): SceneRow => {
    const stops = flow.stops.map((stop) =>
      stop.map((name) => elementLabel(components.get(name) ?? { name, title: undefined })).join(' + '),
    );
    return rowOf('flow', flow, uncut(stops.join(' → ')), context);
  });
  const dataRows = [...architecture.data.values()].map((data) =>
    rowOf('data', data, kindWords(data.kinds, catalogue.dataClasses), context),
  );
  const told = new Set([...drawn, ...[...flowRows, ...dataRows].flatMap(({ elements }) => elements)]);
  const left = (['zone', 'component', 'link', 'flow'] as const).flatMap((sort) => {
    const names = elementsOfSort(architecture, sort).flatMap(({ name }) => (told.has(name) ? [] : [name]));
    if (names.length === 0) return [];
    const words = someOf(names, 4);
    return [summary(`left-out:${sort}`, counting(names.length, sort), words, names, context)];
  });
  const panels: ScenePanel[] = [
    { id: 'flows', title: 'Flows', rows: shortened('flow', flowRows, context) },
    { id: 'data', title: 'Data', rows: shortened('data', dataRows, context) },
    { id: 'left-out', title: 'Not drawn', rows: left },
  ];
  return panels.filter(({ rows }) => rows.length > 0);
}

function rowOf(
  sort: string,
  element: { readonly name: string; readonly title: string | undefined },
  words: string,
  context: DrawnReview,
): SceneRow {
  return summary(`${sort}:${element.name}`, elementLabel(element), words, [element.name], context);
}

function summary(id: string, title: string, words: string, elements: readonly string[], context: DrawnReview): SceneRow {
  return {
    id,
    title,
    words,
    marks: context.marks(elements, elements.length > 1),
    badges: context.badges(elements),
    aside: context.isAside(elements),
    elements,
  };
}

/** What was chosen and what has findings stays; the rest is counted in one line. */
function shortened(sort: string, rows: readonly SceneRow[], context: DrawnReview): readonly SceneRow[] {
  if (rows.length <= mostRows) return rows;
  const weight = (row: SceneRow) => (row.aside ? 2 : row.badges.length === 0 ? 1 : 0);
  const kept = new Set([...rows].sort((one, other) => weight(one) - weight(other)).slice(0, mostRows - 1));
  const rest = rows.filter((row) => !kept.has(row)).flatMap(({ elements }) => elements);
  return [...rows.filter((row) => kept.has(row)), summary(`${sort}s:rest`, `${rest.length} more`, someOf(rest, 4), rest, context)];
}
