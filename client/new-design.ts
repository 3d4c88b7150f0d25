import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { taken } from './taken.js';
import { newDesignRequest, type NewDesignParams, type NewDesignStep } from '../server/protocol.js';

type Question = Extract<NewDesignStep, { kind: 'question' }>;
type Answer = readonly string[] | 'back' | undefined;

/** Asks what the server wants to know, one question after the other, and opens the design that comes of it as a new text. */
export async function newDesign(client: LanguageClient, given: unknown): Promise<vscode.Uri | undefined> {
  const answers = isAnswers(given) ? { ...given } : {};
  const asked: string[] = [];
  // What was chosen before going back is chosen again at first.
  const before = new Map<string, readonly string[]>();
  for (;;) {
    const step = await client.sendRequest<NewDesignStep>(newDesignRequest, { answers } satisfies NewDesignParams);
    if (step.kind === 'text') return open(step.text, step.select);
    const answer = await ask(step, before.get(step.id) ?? step.defaults, asked.length > 0);
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      const last = asked.pop()!;
      before.set(last, answers[last] ?? []);
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- an answer taken back is an answer not given
      delete answers[last];
    } else {
      answers[step.id] = answer;
      asked.push(step.id);
    }
  }
}

function ask(question: Question, picked: readonly string[], canGoBack: boolean): Promise<Answer> {
  return question.isText ? askText(question, picked, canGoBack) : askChoice(question, picked, canGoBack);
}

/** One question to which any text is an answer. */
function askText({ title, prompt, step, steps }: Question, written: readonly string[], canGoBack: boolean): Promise<Answer> {
  const input = vscode.window.createInputBox();
  input.title = `New design: ${title}`;
  input.prompt = prompt;
  input.value = written[0] ?? '';
  input.step = step;
  input.totalSteps = steps;
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton(() => {
      end('back');
    });
    input.onDidAccept(() => {
      end([input.value]);
    });
    input.onDidHide(() => {
      end(undefined);
    });
    input.show();
  });
}

/** One question as a list to choose from. */
function askChoice(
  { title, prompt, many, choices, step, steps }: Question,
  picked: readonly string[],
  canGoBack: boolean,
): Promise<Answer> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly id: string }>();
  pick.title = `New design: ${title}`;
  pick.placeholder = many ? `${prompt} Choose any number.` : prompt;
  pick.step = step;
  pick.totalSteps = steps;
  pick.canSelectMany = many;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  pick.items = choices.map(({ id, label, description }) => ({ id, label, description }));
  const chosen = pick.items.filter(({ id }) => picked.includes(id));
  if (many) pick.selectedItems = chosen;
  else pick.activeItems = chosen;
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidTriggerButton(() => {
      end('back');
    });
    pick.onDidAccept(() => {
      const chosenNow = many ? pick.selectedItems : taken(pick.value, pick.selectedItems, pick.items);
      if (many || chosenNow.length > 0) end(chosenNow.map(({ id }) => id));
    });
    // Hidden by an answer it is resolved already, and a second end changes nothing.
    pick.onDidHide(() => {
      end(undefined);
    });
    pick.show();
  });
}

/** Opens a new text that no file holds yet, with what to change first selected. */
async function open(content: string, { offset, length }: { readonly offset: number; readonly length: number }): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument({ language: 'meter', content });
  const selection = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  await vscode.window.showTextDocument(document, { selection });
  return document.uri;
}

/** What another extension or a test may pass to the command, so that less is asked. */
function isAnswers(value: unknown): value is Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => Array.isArray(one) && one.every((word) => typeof word === 'string'));
}
