import * as vscode from 'vscode';
import type { WorkFilter, WorkListChoices } from '../../server/protocol/work-list.js';
import { plainItems } from '../plain.js';

export async function askGrouping({ groupings }: WorkListChoices, now: string): Promise<string | undefined> {
  const items = groupings.map(({ id, label }) => ({ id, label, description: id === now ? 'now' : '' }));
  const title = 'Group the work list by';
  return (await vscode.window.showQuickPick(plainItems(items), { title, placeHolder: 'The group with the worst finding comes first' }))?.id;
}

interface FilterItem extends vscode.QuickPickItem {
  readonly severity?: string;
  readonly design?: string;
  readonly onlyNew?: true;
}

/** One list of everything that can be chosen; of a sort of which nothing is chosen, all is shown. */
export async function askFilter({ severities, designs, hasBaseline }: WorkListChoices, now: WorkFilter): Promise<WorkFilter | undefined> {
  const heading = (label: string): FilterItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: FilterItem[] = [
    heading('Severity'),
    ...severities.map(({ id, label }) => ({ label, severity: id, picked: now.severities.includes(id) })),
    ...(hasBaseline
      ? [heading('Baseline'), { label: 'Only what the baseline does not know', onlyNew: true as const, picked: now.onlyNew }]
      : []),
    ...(designs.length < 2 ? [] : [heading('Design')]),
    ...(designs.length < 2 ? [] : designs).map(({ id, label, description }) => ({
      label,
      description,
      design: id,
      picked: now.designs.includes(id),
    })),
  ];
  const chosen = await vscode.window.showQuickPick(plainItems(items), {
    title: 'Show in the work list',
    placeHolder: 'Choose what to show. Where nothing is chosen, all is shown.',
    canPickMany: true,
  });
  return (
    chosen && {
      ...now,
      severities: chosen.flatMap(({ severity }) => severity ?? []),
      designs: chosen.flatMap(({ design }) => design ?? []),
      onlyNew: chosen.some(({ onlyNew }) => onlyNew === true),
    }
  );
}
