import { severities, type Severity } from '../../../language/model/index.js';
import { byWeight, type Assessment, type Finding } from '../../../review/index.js';
import type { DesignGroup } from '../../../summary/first.js';
import { groupFindings, type FindingGroup } from '../../../summary/groups.js';
import { ranksNow, stakeBetween, type Reported } from '../../../summary/worst-first.js';
import { findingsWords } from '../../count.js';
import { sizeWords } from '../../groups.js';
import { locateFinding } from '../../locate.js';
import { openSentence, reasonsFor } from '../../message.js';
import { atStakeOf, stakeSentence } from '../../reach/stake.js';
import { referencesWords, unverifiedNote } from '../../references.js';
import { capital, elementWords, shapes } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { documentLimits } from './limits.js';
import { headingAt, paragraph, run, runsOf, titleWords, type Blocks, type DocumentBlock, type Runs } from './markup.js';
import { documentTable } from './table.js';
import { severityRun, stateRun } from './words.js';

/** What a part of the chapter holds: a severity, or what is not judged as open. */
type FindingsPart = Severity | Exclude<FindingGroup['state'], 'open'>;

const parts: readonly FindingsPart[] = [...severities, 'planned', 'unknown'];

const later: Readonly<Record<Exclude<FindingGroup['state'], 'open'>, string>> = {
  planned: 'What would close these is planned: they count beside the findings.',
  unknown: 'A fact that decides is not stated: they count beside the findings.',
};

/** All findings by severity, the worst first; what is asked is told once, then each element where it is open. */
export function findingsBlocks(assessments: readonly Assessment[], context: ComparedContext): DocumentBlock[] {
  const groups = assessments.flatMap((assessment) => groupFindings(assessment).map((group): DesignGroup => ({ assessment, group })));
  if (groups.length === 0) return [headingAt(1, 'Findings', true), paragraph('Normal', 'No findings.')];
  const blocks: DocumentBlock[] = [headingAt(1, 'Findings', true), paragraph('Note', `Worst first, by what is asked. ${unverifiedNote}`)];
  let room: number = documentLimits.findings;
  for (const part of parts) {
    const own = groups.filter(({ group: { state, severity } }) => (state === 'open' ? severity : state) === part).sort(byFirst);
    const count = own.reduce((sum, { group }) => sum + group.findings.length, 0);
    if (count === 0) continue;
    blocks.push(...partBlocks(part, count));
    for (const { assessment, group } of own) {
      if (room <= 0) break;
      blocks.push(...groupBlocks({ ...group, findings: group.findings.slice(0, room) }, assessment, context, assessments.length > 1));
      room -= group.findings.length;
    }
    if (room <= 0) break;
  }
  const left = groups.reduce((sum, { group }) => sum + group.findings.length, 0) - documentLimits.findings;
  if (left > 0) blocks.push(paragraph('Normal', run(`${findingsLeft(left)} The workbook and JSON tell them all.`, 'Strong')));
  return blocks;
}

function findingsLeft(left: number): string {
  return left === 1
    ? 'One further finding is left out here, the least severe.'
    : `${left} further findings are left out here, the least severe.`;
}

function partBlocks(part: FindingsPart, count: number): DocumentBlock[] {
  if (part === 'planned' || part === 'unknown') return [headingAt(2, `${capital(part)}: ${count}`), paragraph('Lead', later[part])];
  return [headingAt(2, `${shapes[part]} ${capital(part)}: ${findingsWords(count)}`)];
}

/** Designs as they were given, where their findings weigh the same. */
function byFirst(one: DesignGroup, other: DesignGroup): number {
  const [first, second] = [one, other].map(({ assessment, group }): Reported => ({ assessment, finding: group.findings[0]! }));
  return byWeight(first!.finding, second!.finding, stakeBetween(first!, second!, ranksNow));
}

function groupBlocks(group: FindingGroup, assessment: Assessment, context: ComparedContext, isNamed: boolean): DocumentBlock[] {
  const { severity, title, requirement, definition, findings } = group;
  const { design, catalogue } = assessment.architecture;
  const of = isNamed ? `, ${design.title ?? design.name}` : '';
  const see = referencesWords(definition?.see ?? [], catalogue);
  return [
    headingAt(3, `${titleWords(title)} (${sizeWords(group)}${of})`),
    paragraph(
      'Lead',
      severityRun(severity),
      ' ',
      ...(definition?.because === undefined ? [] : [definition.because, ' ']),
      run(requirement, 'Code'),
    ),
    elementsBlocks(findings, assessment, context),
    ...(definition?.guidance === undefined ? [] : [paragraph('Normal', run('To do: ', 'Strong'), definition.guidance)]),
    ...(see === '' ? [] : [paragraph('Note', `See ${see}.`)]),
  ];
}

function elementsBlocks(findings: readonly Finding[], assessment: Assessment, context: ComparedContext): Blocks {
  return documentTable({
    caption: 'Where it is open.',
    isCaptionHidden: true,
    columns: [
      { title: 'Element', share: 23 },
      { title: 'State', share: 10 },
      { title: 'What is open', share: 50 },
      { title: 'Place', share: 17 },
    ],
    rows: findings.map((finding) => {
      const { file, line } = locateFinding(finding, assessment, context);
      return [
        run(titleWords(capital(elementWords(assessment.architecture, finding.element))), 'Strong'),
        stateRun(finding.state),
        openRuns(finding, assessment, context),
        run(`${file}:${line}`, 'Soft'),
      ];
    }),
    most: findings.length,
    what: 'elements',
  });
}

function openRuns(finding: Finding, assessment: Assessment, { comparison }: ComparedContext): Runs {
  const against = comparison?.statuses.get(finding)?.against;
  const news = against === 'new' || against === 'worse' ? run(`${capital(against)}: `, 'Strong') : undefined;
  const atStake = atStakeOf(finding, assessment);
  const stake = atStake === undefined ? [] : [stakeSentence(atStake)];
  return runsOf(news, [`${openSentence(finding, assessment)}.`, ...reasonsFor(finding, assessment), ...stake].join(' '));
}
