import { inquiriesOf } from '../../reach/index.js';
import { oneLine } from '../../report/clean.js';
import { findingsWords } from '../../report/count.js';
import { openSentence } from '../../report/message.js';
import { aboutWords, questionText } from '../../report/questions.js';
import { citationWords, listed, shapes } from '../../report/words.js';
import { elementNamed, type Assessment } from '../../review/index.js';
import { citationsOn } from '../../summary/citations.js';
import { groupQuestions } from '../../summary/questions.js';
import { elementsOf, groupWork, workOf, type WorkGroup } from '../../summary/work-list.js';
import { ranksSoFar } from '../../summary/worst-first.js';
import type { Snapshot } from '../../workspace/index.js';
import type { PlainPlace } from '../protocol.js';
import type { WalkAnswer, WalkChoice, WalkSlide } from '../protocol/walks.js';
import { protocolRangeOf } from '../range.js';
import { harmNodes, walkOf, type WayNode } from '../reach/rows.js';

/** A walk whose slides are made when somebody takes it. */
interface Walk extends WalkChoice {
  /** Whether it is found in another view only, unless somebody takes it. */
  readonly isFar?: boolean;
  readonly slides: () => readonly WalkSlide[];
}

/** More lines than these nobody goes through one by one, nor through a list with more ways and positions: those stand in the view of ways in. */
const mostLines = 6;
const mostReferences = 3;
const mostWalks = 12;

/** What the design of a file can be walked through by: its work, its questions, and as far as they are found out the ways of attackers. */
export function walkAnswer(uri: string, walk: string, snapshot: Snapshot): WalkAnswer {
  const architecture = snapshot.designsOf(uri)[0];
  if (architecture === undefined) return { walks: [], slides: [] };
  const assessment = snapshot.assessmentOf(architecture);
  const walks = [...workWalks(assessment, snapshot), ...attackWalks(assessment, snapshot)];
  return {
    walks: walks.filter(({ id, isFar }) => isFar !== true || id === walk).map(({ id, label, group }) => ({ id, label, group })),
    slides: walks.find(({ id }) => id === walk)?.slides() ?? [],
  };
}

function workWalks(assessment: Assessment, snapshot: Snapshot): Walk[] {
  const groups = groupWork(workOf([assessment], ranksSoFar).open, 'requirement');
  const questions = groupQuestions([assessment]);
  const places = (names: readonly string[]) => names.flatMap((name) => placesOf(name, assessment, snapshot));
  const work: Walk[] =
    groups.length === 0
      ? []
      : [
          {
            id: 'work',
            label: `Work list (${groups.length})`,
            group: 'Meeting',
            slides: () => groups.map((group) => workSlide(group, places(elementsOf(group.findings)))),
          },
        ];
  const asked: Walk[] =
    questions.length === 0
      ? []
      : [
          {
            id: 'questions',
            label: `To be stated (${questions.length})`,
            group: 'Meeting',
            slides: () =>
              questions.map((question) => ({
                id: `${question.kind} ${question.about}`,
                title: oneLine(questionText(question)),
                said: `${shapes[question.severity]} ${question.severity} · ${aboutWords(question)}`,
                lines: [`For the answer ${question.findings.length === 1 ? 'waits' : 'wait'} ${findingsWords(question.findings.length)}.`],
                places: places(question.elements),
              })),
          },
        ];
  return [...work, ...asked];
}

function workSlide({ key, name, title, findings }: WorkGroup, places: readonly PlainPlace[]): WalkSlide {
  const { finding, assessment } = findings[0]!;
  const { catalogue } = assessment.architecture;
  const requirement = catalogue.requirements.get(finding.requirement);
  const sentences = [...new Set(findings.map((one) => oneLine(openSentence(one.finding, one.assessment))))];
  const left = sentences.length - mostLines;
  const references = citationsOn(requirement, finding.element, assessment).map((one) => citationWords(one, catalogue));
  return {
    id: key,
    title: oneLine(title ?? name ?? key),
    said: `${shapes[finding.severity]} ${finding.severity} · ${listed(elementsOf(findings), 'and')}`,
    lines: [
      ...sentences.slice(0, mostLines),
      ...(left > 0 ? [`And ${left} more.`] : []),
      ...(requirement?.guidance === undefined ? [] : [`To do: ${oneLine(requirement.guidance)}`]),
      ...(references.length === 0 ? [] : [`Says so: ${someOf(references)}`]),
    ],
    places,
  };
}

/** A slide is no list of documents: the page of the requirement has them all. */
function someOf(references: readonly string[]): string {
  const left = references.length - mostReferences;
  return left <= 1 ? references.join('; ') : `${references.slice(0, mostReferences).join('; ')}; and ${left} more`;
}

/** What the view of ways in lists: the smallest set of measures, each way, and what is reached from each position, step by step. */
function attackWalks(assessment: Assessment, snapshot: Snapshot): Walk[] {
  const { ways, measures, positions } = inquiriesOf(assessment);
  if ([ways, measures, positions].some(({ known }) => known === undefined)) return [];
  return harmNodes(assessment, snapshot).flatMap((harm): Walk[] => {
    const rows = harm.rows?.() ?? [];
    const among = (id: string) => rows.find((row) => row.id === id);
    const walk = (node: WayNode, path: readonly string[], label: string): Walk => ({
      id: walkOf({ name: harm.id }, ...path),
      label,
      group: harm.row().label,
      slides: () => (node.rows?.() ?? []).map(slideOf),
    });
    const cut = among('cut');
    return [
      ...(cut?.rows === undefined ? [] : [walk(cut, ['cut'], cut.row().label)]),
      ...['ways', 'from'].flatMap((id) =>
        (among(id)?.rows?.() ?? []).map((node, index) => ({
          ...walk(node, [id, node.id], `${id === 'from' ? 'From ' : 'Way '}${node.row().label}: ${node.row().description}`),
          isFar: index >= mostWalks,
        })),
      ),
    ];
  });
}

function slideOf({ id, row }: WayNode): WalkSlide {
  const { label, description, detail, place } = row();
  // What stands above is not said again.
  const lines = detail
    .split('\n')
    .slice(1)
    .filter((line) => !description.includes(line));
  return { id, title: label, said: description, lines, places: place === undefined ? [] : [place] };
}

function placesOf(name: string, assessment: Assessment, { sources }: Snapshot): PlainPlace[] {
  const element = elementNamed(assessment.architecture, name);
  if (element === undefined) return [];
  const range = sources.rangeOf(element);
  return [{ uri: range.uri, range: protocolRangeOf(range) }];
}
