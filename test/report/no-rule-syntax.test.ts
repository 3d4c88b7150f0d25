import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { elementsOfSort } from '../../language/semantics/index.js';
import type { Architecture, ElementSort } from '../../language/model/index.js';
import { findingDetail, findingHeadline } from '../../report/message.js';
import { stateReason } from '../../report/reasons.js';
import { review, type Assessment } from '../../review/index.js';
import { createWorkspace, root } from '../support/workspace.js';

const date = '2026-11-24';
const sorts: readonly ElementSort[] = ['design', 'zone', 'component', 'data', 'link', 'flow'];

/** How the language writes a condition, and no person does. */
const syntax: readonly RegExp[] = [
  / (=|!=|<=|>=|<|>) /,
  /\((is|not|in|over|some|every|no|carries|stores|sees|has|touches|via|party|at least \d+ (flow|link|neighbour|component|zone|data)) /,
  /\bnot (is|has|in|over|carries|stores|some|every|via|touches|counts|accepted|\()/,
  /\b(or|and|that) (is|over|via|touches|in) [a-z-]+-[a-z-]+ (or|and) (is|not|over) /,
  /\bthat (not|over|via|some|every) /,
  /\bcounts as\b/,
  /\b(greatest|least) [a-z-]+ of (flow|link|hop|component|data|neighbour)\b/,
  /\b(in design|in same zone|with same|on path)\b/,
];

/** All designs that are shown or judged: each file of the two folders, with those that it imports. */
function files(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(found, files(name));
    else if (name.endsWith('.meter')) found[name] = readFileSync(path.join(root, name), 'utf8');
  }
  return found;
}

/** Names that a reader has before their eyes in the design, or has to write into it. */
function namesFor({ catalogue, ...architecture }: Architecture): ReadonlySet<string> {
  const elements = sorts.flatMap((sort) => elementsOfSort({ catalogue, ...architecture }, sort));
  const words = [...catalogue.attributes.values()].flatMap(({ type }) => (type.kind === 'words' ? type.words : []));
  const values = elements.flatMap(({ settings }) => settings.flatMap(({ value }) => (value.kind === 'word' ? [value.word] : [])));
  const tables = [catalogue.controls, catalogue.mechanisms, catalogue.attributes];
  return new Set([...elements.map(({ name }) => name), ...tables.flatMap((table) => [...table.keys()]), ...words, ...values]);
}

/** What is left of a message without texts that people wrote: in quotes, and what the catalogue says of its own accord. */
function machineMade(message: string, texts: readonly string[]): string {
  let left = message;
  for (const text of texts) left = left.replaceAll(text, ' ');
  // A kind stands before the name of its element as the file writes it.
  return left.replace(/"[^"]*"/g, ' ').replace(/[\w.-]+ '[^']*'/g, ' ');
}

function* complaints(assessment: Assessment): Iterable<string> {
  const { architecture, findings, results } = assessment;
  const { catalogue } = architecture;
  const known = namesFor(architecture);
  const kinds = [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services].flatMap((table) => [
    ...table.keys(),
  ]);
  const identifiers = kinds.filter((name) => name.includes('-') && !known.has(name) && !/^(head|back)-end$/.test(name));
  const identifier = new RegExp(`(?<![\\w.-])(?:${identifiers.join('|')})(?![\\w.-])`);
  const weaknesses = [...catalogue.mechanisms.values()].flatMap((one) => one.weaknesses.map((weakness) => weakness.because));
  const told = (message: string, requirement: string) => {
    const { title = '', because = '', guidance = '' } = catalogue.requirements.get(requirement)!;
    const first = /^.*?[.](?= |$)/.exec(guidance)?.[0] ?? guidance;
    return machineMade(
      message,
      [title, because, guidance, first, ...weaknesses].filter((text) => text !== ''),
    );
  };
  const wrongIn = (text: string) => syntax.find((one) => one.test(text))?.source ?? identifier.exec(text)?.[0];
  for (const finding of findings) {
    // A title that is cut stands before the colon.
    const headline = findingHeadline(finding, assessment).replace(/^.*?(…|\w): /, '');
    for (const message of [headline, ...findingDetail(finding, assessment)]) {
      const wrong = wrongIn(told(message, finding.requirement));
      if (wrong !== undefined) yield `${finding.requirement} on ${finding.element}: ${wrong}: ${message}`;
    }
  }
  // Many elements have the same to tell.
  const judged = new Map<string, string | undefined>();
  for (const result of results) {
    const reason = stateReason(result, assessment);
    const key = `${result.requirement}: ${reason}`;
    if (!judged.has(key)) judged.set(key, wrongIn(told(reason.replace(/\([^()]*\)/g, ' '), result.requirement)));
    const wrong = judged.get(key);
    if (wrong !== undefined) yield `${result.requirement} on ${result.element}: ${wrong}: ${reason}`;
  }
}

describe('what is told of a design', () => {
  it('never shows how a rule is written, on any design of the examples and of what the reviewer is judged by', async () => {
    const workspace = await createWorkspace({ ...files('examples'), ...files('test/accuracy') });
    const designs = workspace.shared.meter.Designs.all();
    const found = designs.flatMap((architecture) => [...complaints(review(architecture, date))]);
    assert.ok(designs.length > 100);
    assert.deepEqual(found, []);
  });
});
