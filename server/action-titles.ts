import { worded, type With } from '../language/wellformed/words/index.js';
import { controlWords, listed } from '../report/words.js';

/** Titles of what the editor offers to do besides fixes and repairs, by what it does. */
const titles = {
  moveToFile: (named: readonly string[], along: readonly string[], file: string): string =>
    `Move ${someOf(named)} to a new file ${file}${along.length === 0 ? '' : `, with ${someOf(along)}`}`,
  moveToEnds: (controls: readonly string[], link: string, ends: readonly string[]): string =>
    `Move ${controls.join(', ')} from link ${link} to ${ends.join(' and ')}`,
  addToEveryHop: (control: string, flow: string, mechanism: string, links: readonly string[]): string =>
    `Add ${controlWords(control)} to every hop of ${flow} with ${mechanism}: ${links.join(', ')}`,
  drawLinks: (flow: string, links: readonly string[]): string =>
    `Draw ${links.length === 1 ? 'the link' : `the ${links.length} links`} that flow ${flow} lacks: ${links.join(', ')}`,
  inlineFragment: (file: string, leavesDefinitions: boolean): string =>
    `Write what ${file} says here, instead of importing it${leavesDefinitions ? '; its definitions stay there' : ''}`,
  replaceStatement: (old: string, written: string): string => `Write '${written}' in place of '${old}'`,
  removeSaidAlready: (old: string, given: string): string => `Remove '${old}': '${given}' says it already`,
  sayThereBy: (control: string, mechanisms: readonly string[]): string => `Say that '${control}' is there by ${mechanisms.join(', ')}`,
  sortAll: 'Sort all statements by zone',
  sortSelected: (count: number): string => `Sort the ${count} selected statements by zone`,
  fixAll: 'Add the best control for every finding in this file',
  fixAllLeaving: (questions: string): string => `Add the best control for every finding in this file; leaves ${questions}`,
  chooseMechanism: (requirement: string, left: number): string => `Choose another mechanism for ${requirement}... (${left} more)`,
  chooseAnswer: (requirement: string, left: number): string => `Choose another answer to ${requirement}... (${left} more)`,
};

/** What an action does, and with what. */
export type ActionDeed = With<typeof titles>;

export function actionTitle(does: ActionDeed): string {
  return worded(titles, does);
}

/** What is said once more when all is fixed. */
export function fixedNotice(questions: string): string {
  return `What mechanisms can do is written. It leaves ${questions}: reports and \`meterlint fix\` list them.`;
}

const mostNamed = 3;

function someOf(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return listed(rest > 0 ? [...names.slice(0, mostNamed), `${rest} more`] : names, 'and');
}
