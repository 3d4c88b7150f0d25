import type { Result } from '../../review/index.js';
import { shapes } from '../../report/words.js';
import { compareSeverities, coverOf } from '../../language/semantics/index.js';
import { severities, type Architecture } from '../../language/model/index.js';
import { definitionOffer, detail, kindOf, ranked, some, type CompletionOffer } from './offer.js';
import { assessmentsOf, type Situation } from './situation.js';
import { isName } from './statement.js';
import { targetsIn } from './targets.js';

/** After `accept` and `exclude`: requirements with something open here, the worst first. */
export function decidable(situation: Situation): CompletionOffer[] {
  const targets = elementsBehind(situation);
  const found = new Map<string, { result: Result; elements: Set<string> }>();
  for (const result of openResults(situation)) {
    if (targets.size > 0 && !targets.has(result.element)) continue;
    const known = found.get(result.requirement);
    if (known === undefined) found.set(result.requirement, { result, elements: new Set([result.element]) });
    else {
      known.elements.add(result.element);
      if (compareSeverities(result.severity, known.result.severity) < 0) known.result = result;
    }
  }
  const all = [...found.values()].filter(({ result }) => !situation.listed.has(result.requirement));
  return ranked(all, ({ result, elements }) => [severities.indexOf(result.severity), -elements.size]).map(({ result, elements }) => {
    const requirement = situation.catalogue.requirements.get(result.requirement);
    const offer = definitionOffer('Requirement', requirement ?? { name: result.requirement, title: undefined });
    const where = `${shapes[result.severity]} ${result.severity} on ${some([...elements])}`;
    return { ...offer, detail: detail([requirement?.title, where]) };
  });
}

/** After `on`: the elements on which the requirements named before are open. */
export function decidableTargets(situation: Situation): CompletionOffer[] {
  const { designs, listed } = situation;
  const found = new Map<string, { result: Result; open: Set<string>; uri: string | undefined; type: string }>();
  for (const result of openFor(situation)) {
    const known = found.get(result.element);
    if (known !== undefined) known.open.add(result.requirement);
    else {
      const type = result.sort.charAt(0).toUpperCase() + result.sort.slice(1);
      const uri = uriOf(result, designs);
      if (uri !== undefined) found.set(result.element, { result, open: new Set([result.requirement]), uri, type });
    }
  }
  const visible = situation.snapshot.elementsFrom(situation.document);
  return [...found]
    .filter(([name]) => !listed.has(name) && visible.has(name))
    .map(([name, { open, uri, type, result }]) => ({
      label: name,
      kind: kindOf(type),
      detail: detail([result.sort, `open: ${some([...open])}`]),
      about: { type, name, ...(uri === undefined ? {} : { uri }) },
    }));
}

function uriOf({ element, sort }: Result, designs: Situation['designs']): string | undefined {
  for (const design of designs) {
    if (sort === 'design') return design.design.implicit ? undefined : design.design.file;
    const tables = { zone: design.zones, component: design.components, data: design.data, link: design.links, flow: design.flows };
    const found = tables[sort].get(element);
    if (found !== undefined) return found.file;
  }
  return undefined;
}

/** Whether there is anything to decide. */
export function isAnythingOpen(situation: Situation): boolean {
  return assessmentsOf(situation).some(({ findings }) => findings.length > 0);
}

/** What is open of the requirements that stand before `on`, all of them where there are none yet; in one design, or in all. */
export function openFor(situation: Situation, design?: Architecture): Result[] {
  const requirements = namesBefore(situation);
  return openResults(situation, design).filter(({ requirement }) => requirements.size === 0 || requirements.has(requirement));
}

/** What is open; also what the decision under the cursor covers, which is open without it. */
function openResults(situation: Situation, design?: Architecture): Result[] {
  const asked = assessmentsOf(situation).filter(({ architecture }) => design === undefined || architecture === design);
  return asked.flatMap(({ results, findings }) => {
    const shown = new Set(findings.map(({ requirement, element }) => `${requirement} ${element}`));
    return results.filter((result) => shown.has(`${result.requirement} ${result.element}`) || isCovered(result, situation));
  });
}

function isCovered({ decision }: Result, { document, cursor, snapshot }: Situation): boolean {
  if (decision?.file !== document.uri.toString()) return false;
  const { startOffset, endOffset } = snapshot.sources.rangeOf(decision);
  return startOffset <= cursor.start && cursor.start <= endOffset;
}

/** The names between `accept` and `on`, those before the cursor. */
function namesBefore({ statement }: Situation): Set<string> {
  const on = statement.before.findIndex(({ image }) => image === 'on');
  return new Set(
    statement.before
      .slice(1, on < 0 ? undefined : on)
      .filter(isName)
      .map(({ image }) => image),
  );
}

/** The elements that the targets behind the cursor are about. */
function elementsBehind({ statement, designs }: Situation): Set<string> {
  if (statement.after.every(({ image }) => image !== 'on')) return new Set();
  const targets = targetsIn(statement.after);
  return new Set(designs.flatMap((design) => targets.flatMap((target) => coverOf(target, design))));
}
