import * as vscode from 'vscode';

/** Asks for a day of the calendar; empty where it need not be given. */
export async function askDay(title: string, prompt: string, value: string, isNeeded: boolean): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => ((text === '' && !isNeeded) || isDay(text) ? undefined : 'Write a day of the calendar as YYYY-MM-DD.'),
  });
}

/** The thirty-first of February is no day. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
