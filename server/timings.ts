import { pageLine, type Page, type PageLine } from '../report/page.js';
import { pageHtml } from '../report/page-html.js';
import type { Snapshot } from '../workspace/index.js';
import type { ShownPage } from './protocol/pages.js';
import type { ReviewSteps, StepName } from './steps.js';

const heading = 'Last review';

/** What each step does. */
const meanings: Readonly<Record<StepName, string>> = {
  read: 'the text is read around the edit, and what it declares is listed',
  link: 'names are followed to what they stand for',
  designs: 'statements become elements of designs',
  checks: 'validation errors are found, in all files',
  review: 'requirements are evaluated, and findings are made',
  problems: 'findings and validation errors become problems with their words',
  send: 'problems of files are sent, where they are otherwise than before',
};

/** The page that tells how long the last review took, step by step, and how much there was to do. */
export function timingsPage(steps: ReviewSteps, snapshot: Snapshot): ShownPage {
  const last = steps.last();
  const [processor, clock] = [last.reduce((sum, [, one]) => sum + one.processor, 0), last.reduce((sum, [, one]) => sum + one.clock, 0)];
  const page: Page = {
    heading,
    intro: [
      'After the last change, or since the server started. Processor time is that of the whole server: whatever else it did meanwhile counts, too. By the clock, other programs count as well.',
    ],
    sections: [
      {
        title: 'Steps',
        lines: [
          ...last.map(([name, spent]) => pageLine(`${name}: ${spentWords(spent.processor, spent.clock)}: ${meanings[name]}`)),
          pageLine(`all: ${spentWords(processor, clock)}`),
        ],
      },
      { title: 'Designs', lines: snapshot.designs.map((design) => designLine(design, snapshot)) },
    ],
  };
  return { title: heading, body: pageHtml(page, () => undefined) };
}

function designLine(design: Snapshot['designs'][number], snapshot: Snapshot): PageLine {
  const { zones, components, data, links, flows } = design;
  const elements = zones.size + components.size + data.size + links.size + flows.size;
  const { findings } = snapshot.assessmentOf(design);
  const { work } = snapshot.evaluatorOf(design);
  const counts = [counted(elements, 'element'), counted(findings.length, 'finding'), `${counted(work, 'pair')} evaluated for it`];
  return pageLine(`${design.design.name}: ${counts.join(', ')}`);
}

function spentWords(processor: number, clock: number): string {
  return `${Math.round(processor)} ms of the processor, ${Math.round(clock)} ms by the clock`;
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
