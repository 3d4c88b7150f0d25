import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { FixChoice, FoundPlace, NewDesignStep, Picture, PictureAnswer } from '../../server/protocol.js';
import type { DecisionsAnswer } from '../../server/protocol/decisions.js';
import type { TableAnswer } from '../../server/protocol/tables.js';
import type { WalkAnswer } from '../../server/protocol/walks.js';
import type { WayRow, WaysInAnswer } from '../../server/protocol/ways-in.js';
import type { WorkListAnswer, WorkListChoices, WorkRow } from '../../server/protocol/work-list.js';
import type { DiskEditor } from './sessions/editor.js';
import {
  exportFormatsRequest,
  findingsAtRequest,
  findingsRequest,
  fixesRequest,
  newDesignRequest,
  pictureRequest,
  reviewRequest,
} from '../../server/protocol.js';
import { changeDecisionRequest, decideRequest, decisionFormRequest, decisionsRequest } from '../../server/protocol/decisions.js';
import { designStatusRequest, profilesRequest } from '../../server/protocol/design-status.js';
import { pageRequest } from '../../server/protocol/pages.js';
import { listensRequest } from '../../server/protocol/set-aside.js';
import { cellRequest, tableRequest } from '../../server/protocol/tables.js';
import { walkRequest } from '../../server/protocol/walks.js';
import { cutRequest, waysInRequest } from '../../server/protocol/ways-in.js';
import { findingMarkdownRequest, workListChoicesRequest, workListRequest } from '../../server/protocol/work-list.js';

/** What was asked, and what was answered. */
export type Answered = readonly [method: string, answer: unknown];

const mostRows = 8;
const noFilter = { designs: [], severities: [], onlyNew: false, text: '' };

/** Asks everything that Meterlint's own client can ask about some open files, from what was answered to what that leads to. */
export async function askAll(editor: DiskEditor, files: readonly string[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  const ask = async <T>(method: string, params?: unknown): Promise<T> => {
    const answer = await editor.request<T>(method, params);
    answered.push([method, answer]);
    return answer;
  };
  await ask(listensRequest);
  await ask(reviewRequest);
  await ask(exportFormatsRequest);
  await ask(profilesRequest);
  await askWorkList(ask);
  await askWaysIn(ask);
  await askDecisions(ask);
  await askNewDesign(ask);
  await ask(findingsRequest, {});
  const shown = (await editor.told()).diagnostics;
  for (const file of files) {
    const uri = pathToFileURL(file).href;
    const those = shown[uri] ?? [];
    answered.push(['textDocument/publishDiagnostics', those]);
    await ask(designStatusRequest, { uri });
    await askPictures(ask, uri);
    await askTables(ask, uri);
    await askWalks(ask, uri);
    await askFindings(ask, uri, those);
  }
  return answered;
}

type Ask = <T>(method: string, params?: unknown) => Promise<T>;

/** Row by row, as far down as there are rows; of many of one kind, the first. */
async function askRows<R extends WorkRow>(rowsAt: (path: readonly string[]) => Promise<readonly R[]>): Promise<R[]> {
  const found: R[] = [];
  const walk = async (path: readonly string[], depth: number): Promise<void> => {
    const rows = await rowsAt(path);
    found.push(...rows);
    if (depth < 6)
      for (const row of rows.filter(({ hasRows }) => hasRows).slice(0, depth < 1 ? mostRows : 2)) await walk([...path, row.id], depth + 1);
  };
  await walk([], 0);
  return found;
}

async function askWorkList(ask: Ask): Promise<void> {
  const { groupings } = await ask<WorkListChoices>(workListChoicesRequest);
  for (const { id: by } of groupings) {
    const rows = await askRows(async (path) => (await ask<WorkListAnswer>(workListRequest, { by, filter: noFilter, path })).rows);
    for (const { about } of rows.slice(0, mostRows)) if (about?.finding !== undefined) await ask(findingMarkdownRequest, about);
  }
}

async function askWaysIn(ask: Ask): Promise<void> {
  const rows = await askRows<WayRow>(async (path) => (await ask<WaysInAnswer | null>(waysInRequest, { path }))?.rows ?? []);
  for (const { cut } of rows) if (cut !== undefined) await ask(cutRequest, cut);
}

async function askDecisions(ask: Ask): Promise<void> {
  const { groups } = await ask<DecisionsAnswer>(decisionsRequest);
  for (const { id } of groups.flatMap(({ rows }) => rows)) {
    for (const change of ['renew', 'revoke', 'done']) await ask(changeDecisionRequest, { id, change, until: '2027-01-01' });
  }
}

/** Every question once, each answered as it is proposed. */
async function askNewDesign(ask: Ask): Promise<void> {
  const answers: Record<string, readonly string[]> = {};
  for (;;) {
    const step = await ask<NewDesignStep>(newDesignRequest, { answers });
    if (step.kind === 'text') return;
    answers[step.id] = step.defaults;
  }
}

async function askPictures(ask: Ask, uri: string): Promise<void> {
  const plain = await ask<PictureAnswer>(pictureRequest, { uri, theme: 'light', flows: true });
  if (plain.kind !== 'picture') return;
  const { protection, show, readers }: Picture['choices'] = plain.choices;
  for (const { id } of protection.slice(0, 1)) await ask(pictureRequest, { uri, theme: 'dark', flows: false, protection: id });
  for (const { id } of show.slice(0, 1)) await ask(pictureRequest, { uri, theme: 'dark', flows: false, show: id });
  for (const { id } of readers.slice(0, 1)) await ask(pictureRequest, { uri, theme: 'contrast', flows: true, readers: id });
}

/** Each way to walk through a design, slide by slide. */
async function askWalks(ask: Ask, uri: string): Promise<void> {
  const { walks } = (await ask<WalkAnswer | null>(walkRequest, { uri, walk: '', waits: true })) ?? { walks: [] };
  for (const { id: walk } of walks.slice(0, mostRows)) await ask(walkRequest, { uri, walk, waits: true });
}

async function askTables(ask: Ask, uri: string): Promise<void> {
  for (const table of ['matrix', 'standards']) {
    const shown = await ask<TableAnswer>(tableRequest, { table, uri });
    if (shown.kind !== 'table') continue;
    for (const { id: row } of shown.rows.slice(0, mostRows)) {
      await ask(cellRequest, { table, uri, row });
      for (const { id: column } of shown.columns.slice(0, 3)) await ask(cellRequest, { table, uri, row, column });
    }
  }
}

/** What is offered at what is told of a file, and the page of each code. */
async function askFindings(ask: Ask, uri: string, told: readonly Diagnostic[]): Promise<void> {
  for (const name of new Set(told.map(({ code }) => String(code)))) await ask(pageRequest, { name });
  // One of each code, since others are told in the same words.
  const ofEachCode = [...new Map(told.map((diagnostic) => [diagnostic.code, diagnostic])).values()];
  for (const diagnostic of ofEachCode.slice(0, mostRows)) {
    const { range } = diagnostic;
    await ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [diagnostic] } });
    const { finding } = (diagnostic.data ?? {}) as { finding?: string };
    if (finding === undefined) continue;
    await ask<FoundPlace[]>(findingsAtRequest, { uri, position: range.start });
    await ask<FixChoice[]>(fixesRequest, { uri, finding });
    if ((await ask<object | null>(decisionFormRequest, { uri, finding })) === null) continue;
    for (const verb of ['accept', 'exclude']) await ask(decideRequest, { uri, finding, verb, because: 'a reason', by: 'somebody' });
  }
}
