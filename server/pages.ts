import { isProblemCode, problemCodes, type ProblemCode } from '../language/wellformed/codes.js';
import { pagesOf } from '../report/definitions.js';
import { pageLine, type Page, type PageLine } from '../report/page.js';
import { pageHtml } from '../report/page-html.js';
import type { Snapshot } from '../workspace/index.js';
import { concernedBy } from './concerned.js';
import type { PlainPlace } from './protocol.js';
import { goToPlaceCommand, showPageCommand, type ShownPage } from './protocol/pages.js';
import { protocolRangeOf } from './range.js';

/** More lines of where a requirement stands hide what it says. */
const mostConcerned = 40;

/** The page of a name of the catalogue or of a code, as VS Code shows it; null where there is none. Nothing is fetched for it. */
export function shownPage(name: string, snapshot: Snapshot): ShownPage | null {
  const pages = pagesOf(name, snapshot.catalogue).map((page) => withCounts(page, name, snapshot));
  const all = pages.length === 0 && isProblemCode(name) ? [codePage(name)] : pages;
  if (all.length === 0) return null;
  return { title: all[0]!.heading, body: all.map((page) => pageHtml(page, pageAddress)).join('\n<hr />\n') };
}

/** What leads to a text: no page has such a name. */
const placeMark = 'place:';

/** A page stands in a folder of its sort; its name alone leads there. */
export function pageAddress(page: string): string {
  if (page.startsWith(placeMark)) return `command:${goToPlaceCommand}?${encodeURIComponent(page.slice(placeMark.length))}`;
  return `command:${showPageCommand}?${encodeURIComponent(JSON.stringify([page.slice(page.lastIndexOf('/') + 1)]))}`;
}

/** A requirement also says where it applies in this workspace and how it stands there, behind what to do. */
function withCounts(page: Page, name: string, snapshot: Snapshot): Page {
  const lines = countLines(name, snapshot);
  const at = page.sections.findIndex(({ about }) => about === 'rules');
  if (lines.length === 0 || at < 0) return page;
  const here = { title: 'In this workspace', lines };
  return { ...page, sections: [...page.sections.slice(0, at), here, ...page.sections.slice(at)] };
}

function countLines(name: string, snapshot: Snapshot): PageLine[] {
  const concerned = concernedBy(name, snapshot);
  const inOrder = [...concerned.filter(({ open }) => open), ...concerned.filter(({ open }) => !open)];
  const isSeveral = snapshot.designs.length > 1;
  const told = inOrder.slice(0, mostConcerned).map(({ architecture, element, state, severity, open, asked, range }) => {
    const where = isSeveral ? ` in ${architecture.design.name}` : '';
    const place: PlainPlace = { uri: range.uri, range: protocolRangeOf(range) };
    const leading = { text: element, page: `${placeMark}${JSON.stringify([place])}` };
    return pageLine(leading, `${where}: ${asked ? '' : 'would be '}${state}${open ? `, ${severity}` : ''}`);
  });
  const left = inOrder.length - told.length;
  return left > 0 ? [...told, pageLine(`and ${left} more`)] : told;
}

/** What the registry knows of a code. */
function codePage(code: ProblemCode): Page {
  const { title, advice, severities, hides } = problemCodes[code];
  return {
    heading: `${code}: ${title}`,
    intro: [`Severity: ${severities.join(' or ')}`],
    sections: [
      { title: 'What to do', lines: advice === undefined ? [] : [pageLine(advice)] },
      { title: 'What it hides', lines: hides ? [pageLine('A part of the design: that is not reviewed.')] : [] },
    ],
  };
}
