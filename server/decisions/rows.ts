import { oneLine } from '../../report/clean.js';
import { daysWords, reachWords, registerWords } from '../../report/register.js';
import { controlWords, elementWords, listed } from '../../report/words.js';
import { dayToPlan } from '../../review/fixes/plan.js';
import { addDays } from '../../language/semantics/index.js';
import { daysToCarry } from '../../review/fixes/decisions.js';
import { decidedIn, decidedSorts, type Decided, type DecidedRisk, type DecidedSort, type PlannedControl } from '../../summary/decided.js';
import { decisionRegister } from '../../summary/register.js';
import type { Snapshot } from '../../workspace/index.js';
import type { DecisionGroup, DecisionRow, DecisionsAnswer } from '../protocol/decisions.js';
import type { WorkSign } from '../protocol/work-list.js';
import { protocolRangeOf } from '../range.js';
import { leadOf } from '../work-list/lead.js';

const labels: Readonly<Record<DecidedSort, readonly [label: string, what: string]>> = {
  overdue: ['Overdue', 'over their day: findings are reported again, and plans count as missing'],
  idle: ['Without effect', 'decisions that change nothing'],
  accepted: ['Accepted', 'risks that somebody carries'],
  excluded: ['Excluded', 'requirements that do not apply'],
  planned: ['Planned', 'controls that come by a day'],
};

/** Decisions and plans of the workspace, what is over its day on top, what ends first before the others. */
export function decisionsAnswer(snapshot: Snapshot): DecisionsAnswer {
  const all = decidedOf(snapshot);
  const plans = all.filter(({ kind }) => kind === 'plan').length;
  const overdue = all.filter(({ sort }) => sort === 'overdue').length;
  const told = [registerWords(decisionRegister(snapshot.assessments)), ...(plans === 0 ? [] : [`${plans} planned`])];
  const groups = decidedSorts.flatMap((sort): DecisionGroup[] => {
    const own = all.filter((one) => one.sort === sort);
    if (own.length === 0) return [];
    const [label, what] = labels[sort];
    return [
      {
        id: `section ${sort}`,
        sort: 'section',
        label,
        description: `${own.length}`,
        detail: `${label}: ${own.length}, ${what}.`,
        spoken: `${label}, ${own.length}, ${what}`,
        sign: sort,
        hasRows: true,
        isOpen: true,
        rows: own.map((one) => rowOf(one, snapshot)),
      },
    ];
  });
  return { groups, words: told.filter((part) => part !== undefined).join(', '), overdue };
}

/** Found once for each state of the workspace. */
export function decidedOf(snapshot: Snapshot): readonly Decided[] {
  return snapshot.derived(snapshot, 'decided', () => decidedIn(snapshot.assessments));
}

function rowOf(decided: Decided, snapshot: Snapshot): DecisionRow {
  const { key, sort, statement } = decided;
  const range = snapshot.sources.rangeOf(statement);
  const { title, ...told } = decided.kind === 'decision' ? decisionWordsOf(decided) : planWordsOf(decided);
  const { date } = snapshot.settings;
  const sign: WorkSign = sort;
  return {
    id: key,
    ...told,
    sort: decided.kind,
    spoken: [labels[sort][0], told.label, told.description, title].join(', '),
    sign,
    hasRows: false,
    place: { uri: range.uri, range: protocolRangeOf(range) },
    // An exclusion without a last day stands for good, and nobody has to renew it.
    renewed: decided.kind === 'plan' ? dayToPlan(date) : statementEnds(decided) ? addDays(date, daysToCarry) : undefined,
  };
}

function statementEnds({ statement: { verb, until } }: DecidedRisk): boolean {
  return verb === 'accept' || until !== undefined;
}

/** Names are short, and leave room for days and owner; titles are in what is spoken and in the whole text. */
type Told = Pick<DecisionRow, 'label' | 'description' | 'detail'> & { readonly title: string };

function decisionWordsOf({ entries, sort, standing, statement, daysLeft }: DecidedRisk): Told {
  const titles = [...new Set(entries.map(({ title }) => oneLine(title)))];
  const [first, ...others] = new Set(entries.map(({ requirement }) => requirement));
  const targets = [...new Set(entries.map(({ element }) => element))];
  const verb = statement.verb === 'accept' ? 'accepted' : 'excluded';
  const owner = statement.by === undefined || statement.by.trim() === '' ? 'no owner' : oneLine(statement.by);
  const days = daysLeft === undefined ? 'no end' : daysWords(daysLeft);
  const said = [
    ...(sort === 'overdue' || sort === 'idle' ? [verb] : []),
    sort === 'idle' ? standing : days,
    ...(sort === 'excluded' && statement.by === undefined ? [] : [owner]),
  ];
  const reason = statement.because === undefined || statement.because.trim() === '' ? 'no reason given' : oneLine(statement.because);
  return {
    label: `${first}${others.length === 0 ? '' : ` +${others.length}`} on ${leadOf(targets)}`,
    title: titles.join(', '),
    description: said.join(' · '),
    detail: [
      `${titles.join('; ')}: ${verb} on ${listed([...new Set(entries.map(reachWords))], 'and')}.`,
      `Reason: ${reason}`,
      `Owner: ${owner}`,
      `Last day: ${statement.until === undefined ? 'none' : `${statement.until}, ${days}`}`,
      `Standing: ${standing}`,
    ].join('\n'),
  };
}

function planWordsOf({ statement: { control, evidence }, element, assessment, until, daysLeft, sort }: PlannedControl): Told {
  const title = controlWords(control);
  const days = until === undefined ? 'no day' : daysLeft === undefined ? until : daysWords(daysLeft);
  const owner = assessment.architecture.design.owner;
  return {
    label: `${title} on ${element}`,
    title,
    description: [...(sort === 'overdue' ? ['planned'] : []), days, ...(owner === undefined ? [] : [oneLine(owner)])].join(' · '),
    detail: [
      `${title}: planned on ${elementWords(assessment.architecture, element)}.`,
      `By: ${until === undefined ? 'no day is named' : `${until}, ${days}`}`,
      ...(owner === undefined ? [] : [`Owner of the design: ${oneLine(owner)}`]),
      ...(evidence === undefined ? [] : [`Evidence: ${oneLine(evidence)}`]),
    ].join('\n'),
  };
}
