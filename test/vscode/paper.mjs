// Prints reports as somebody does who hands them over: a browser lays out the pages, and what it says of them is read from its PDF.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../../tools/vscode-host/browser.mjs';
import { projectFolder } from '../../tools/vscode-host/places.mjs';
import { within } from './support.mjs';

const program = path.join(projectFolder, 'dist/cli/main.mjs');
const mostShortPages = 15;
/** In points from the edge of the paper: the margin, and two lines that have to follow a heading. */
const foot = 51 + 2 * 13;

/** What may be long is long here: texts, lists of elements, decisions, questions. */
function wideDesign() {
  const long = 'Words that nobody would read to their end and somebody wrote all the same. '.repeat(20).trim();
  const components = Array.from({ length: 300 }, (_, at) => `component meter-with-a-long-name-${at} "${long}" is smart-meter in street`);
  const links = Array.from({ length: 150 }, (_, at) => `link wan-${at} "${long}": meter-with-a-long-name-${at} -> hes over lte`);
  const flows = Array.from({ length: 150 }, (_, at) => `flow reading-${at} is scheduled-reading: meter-with-a-long-name-${at} -> hes`);
  const decisions = Array.from(
    { length: 80 },
    (_, at) => `accept key-unique on meter-with-a-long-name-${at} until 2027-06-30 because "${long}" by "${long}"`,
  );
  return [
    `design wide "${long}" { version "${long}" owner "${long}" }`,
    `zone street "${long}" is public-place`,
    `zone office "${long}" is head-end-dmz`,
    `component hes "${long}" is head-end in office`,
    ...components,
    ...links,
    ...flows,
    ...decisions,
  ].join('\n');
}

/** Results as `{ title, error? }`, one for each report. */
export async function runPaper({ folder }) {
  mkdirSync(folder, { recursive: true });
  const wide = path.join(folder, 'wide.meter');
  writeFileSync(wide, wideDesign());
  const examples = path.join(projectFolder, 'examples');
  const { browser, page } = await openBrowser();
  const results = [];
  const print = async (title, design, edition, check) => {
    try {
      await within(120_000, title, printed(page, folder, design, edition).then(check));
      results.push({ title });
    } catch (error) {
      results.push({ title, error: error.stack });
    }
  };
  const few = ({ pages }) => assert.ok(pages > 1 && pages <= mostShortPages, `${pages} pages`);
  try {
    for (const name of ['riverside.meter', 'hardened.meter']) {
      const design = path.join(examples, name);
      await print(`the short edition of ${name} has few pages and no heading alone at a page's foot`, design, 'short', (paper) => {
        few(paper);
        headingsLead(paper, ['Management summary', 'Findings', 'Decisions', 'Questions to the supplier', 'How to read it']);
      });
    }
    await print('the short edition of a design with long texts and lists has few pages', wide, 'short', few);
    await print("the full edition has no heading alone at a page's foot", path.join(examples, 'riverside.meter'), 'full', (paper) => {
      assert.ok(paper.pages > mostShortPages);
      headingsLead(paper, ['Management summary', 'Findings', 'Decisions', 'Annex E: Clauses of standards', 'Requirements']);
    });
  } finally {
    await browser.close();
  }
  return results;
}

async function printed(page, folder, design, edition) {
  const file = path.join(folder, `${path.basename(design, '.meter')}-${edition}.html`);
  execFileSync(process.execPath, [program, 'export', '--format', 'html', '--edition', edition, '--output', file, design], {
    stdio: 'pipe',
  });
  // What comes from elsewhere is refused by the browser's switches; the page is a file of its own.
  await page.setContent(readFileSync(file, 'utf8'), { waitUntil: 'load' });
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
  writeFileSync(`${file}.pdf`, pdf, 'latin1');
  assert.ok(pdf.includes('/Outlines'), `${pathToFileURL(file)} has no headings`);
  const headings = [...pdf.matchAll(/<<\/Title \(((?:[^()\\]|\\.)*)\)\s*\/Dest \[\d+ 0 R \/XYZ [\d.]+ ([\d.]+) 0\]/g)];
  return {
    pages: Number(/\/Type \/Pages\s*\/Count (\d+)\s*\/Kids \[[^\]]*\]\s*>>/.exec(pdf)?.[1] ?? 0),
    headings: headings.map(([, title, height]) => ({ title, height: Number(height) })),
  };
}

/** Every heading has lines of its own below it, and those that a reader looks for are there. */
function headingsLead({ headings }, expected) {
  const titles = new Set(headings.map(({ title }) => title));
  for (const title of expected) assert.ok(titles.has(title), `no heading '${title}'`);
  assert.deepEqual(
    headings.filter(({ height }) => height < foot),
    [],
  );
}
