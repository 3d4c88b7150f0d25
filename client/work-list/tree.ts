import * as vscode from 'vscode';
import type { WorkRow, WorkSign } from '../../server/protocol/work-list.js';

/** A row with the ids of those above it, itself last. */
export interface ShownRow {
  readonly row: WorkRow;
  readonly path: readonly string[];
}

/** The shapes are those of all reports; the words stand beside them, and colours come last. */
const icons: Readonly<Record<WorkSign, readonly [icon: string, color?: string]>> = {
  critical: ['primitive-square', 'problemsErrorIcon.foreground'],
  high: ['triangle-up', 'problemsErrorIcon.foreground'],
  medium: ['debug-breakpoint-log', 'problemsWarningIcon.foreground'],
  low: ['circle-filled', 'problemsInfoIcon.foreground'],
  info: ['circle-outline', 'problemsInfoIcon.foreground'],
  question: ['question'],
  planned: ['calendar'],
  stated: ['quote'],
  none: ['circle-outline'],
  overdue: ['warning', 'problemsWarningIcon.foreground'],
  idle: ['debug-disconnect'],
  accepted: ['law'],
  excluded: ['circle-slash'],
  harm: ['target', 'problemsErrorIcon.foreground'],
  position: ['account'],
  way: ['milestone'],
  step: ['arrow-small-right'],
  cut: ['shield'],
  measure: ['add'],
};

export function treeItem({ row, path }: ShownRow, by: string): vscode.TreeItem {
  const { lead, label, description, detail, spoken, sign, sort, hasRows, isOpen, place } = row;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    lead === undefined ? label : `${lead} · ${label}`,
    !hasRows ? None : isOpen === true ? Expanded : Collapsed,
  );
  const [icon, color] = icons[sign];
  // What is open stays open: a row keeps its id, and another grouping has its own.
  item.id = JSON.stringify([by, ...path]);
  item.description = description;
  item.tooltip = detail;
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.accessibilityInformation = { label: spoken };
  item.contextValue = row.about?.finding === undefined ? sort : 'finding';
  if (place !== undefined) {
    const { start, end } = place.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    // Of this command the list knows that one click looks and two go there.
    item.command = { command: 'vscode.open', title: 'Go to', arguments: [vscode.Uri.parse(place.uri), { selection }] };
  }
  return item;
}
