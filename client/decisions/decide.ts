import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  decideRequest,
  decisionFormRequest,
  type DecideParams,
  type DecisionEdit,
  type DecisionForm,
} from '../../server/protocol/decisions.js';
import { applyEdit } from './apply.js';
import { askDay } from './day.js';
import { plainItems } from '../plain.js';

type Subject = Pick<DecideParams, 'uri' | 'finding'>;
type Verb = DecideParams['verb'];

/** The owner named last is offered next time. */
const lastOwner = 'decisions.owner';

/** Asks what is decided on a finding, why, by whom and until when, and writes it where decisions belong. */
export async function decide(client: LanguageClient, { uri, finding }: Subject, kept: vscode.Memento): Promise<boolean> {
  const form = await client.sendRequest<DecisionForm | null>(decisionFormRequest, { uri, finding });
  if (form === null) {
    void vscode.window.showInformationMessage('This finding is closed already.');
    return false;
  }
  if (form.file === undefined) {
    void vscode.window.showWarningMessage(
      'Decisions count in no file of this design. Create a file that `meterlint.decisions.from` allows, and import it into the design.',
    );
    return false;
  }
  const answers = await ask(form, kept.get(lastOwner, ''));
  if (answers === undefined) return false;
  if (answers.by !== undefined) await kept.update(lastOwner, answers.by);
  const params: DecideParams = { uri, finding, ...answers };
  const edit = await client.sendRequest<DecisionEdit | null>(decideRequest, params);
  return applyEdit(client, edit, `${answers.verb === 'accept' ? 'Accepted' : 'Excluded'}: ${form.title}. Save to keep it, or undo.`);
}

/** One question after the other; whoever leaves one has decided nothing. */
async function ask(
  { title, until: offered, demands, today }: DecisionForm,
  owner: string,
): Promise<Omit<DecideParams, 'uri' | 'finding'> | undefined> {
  const verb = await askVerb(title);
  if (verb === undefined) return undefined;
  const head = verb === 'accept' ? `Accept the risk: ${title}` : `Does not apply: ${title}`;
  const because = await askText(head, 'The reason, for whoever reads it later', '', true);
  if (because === undefined) return undefined;
  const needsOwner = verb === 'accept' && demands.includes('by');
  const by = await askText(head, needsOwner ? 'Who decides it' : 'Who decides it; may stay empty', owner, needsOwner);
  if (by === undefined) return undefined;
  if (verb === 'exclude') return { verb, because, by: by === '' ? undefined : by };
  const needsDay = demands.includes('until');
  const prompt = `The last day, as YYYY-MM-DD; today is ${today}${needsDay ? '' : '. Empty for no end'}`;
  const until = await askDay(head, prompt, offered, needsDay);
  if (until === undefined) return undefined;
  return { verb, because, by: by === '' ? undefined : by, until: until === '' ? undefined : until };
}

async function askVerb(title: string): Promise<Verb | undefined> {
  const items: (vscode.QuickPickItem & { readonly verb: Verb })[] = [
    { label: 'Accept the risk', description: 'somebody carries it for a time', verb: 'accept' },
    { label: 'It does not apply', description: 'the requirement is not meant for this element', verb: 'exclude' },
  ];
  return (await vscode.window.showQuickPick(plainItems(items), { title, placeHolder: 'What is decided?', ignoreFocusOut: true }))?.verb;
}

async function askText(title: string, prompt: string, value: string, isNeeded: boolean): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (written) => (isNeeded && written.trim() === '' ? 'It must not be empty.' : undefined),
  });
  return text?.trim();
}
