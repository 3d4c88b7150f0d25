import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { exampleFiles } from '../support/designs.js';
import { hostileDesign, hostileFile, rawIn } from '../support/hostile.js';
import { namelessFiles } from '../support/nameless.js';
import { root } from '../support/workspace.js';
import { askAll, type Answered } from './asking-all.js';
import { DiskEditor } from './sessions/editor.js';
import { exportRequest } from '../../server/protocol.js';
import { changeDecisionRequest, decideRequest } from '../../server/protocol/decisions.js';
import { listensRequest } from '../../server/protocol/set-aside.js';

/** What is no text for people: edits, addresses, and ids that lead back to what they are about. */
const verbatim = new Set(['changes', 'edit', 'edits', 'uri', 'files', 'id', 'data', 'design', 'finding', 'cut', 'about', 'href', 'select']);

function textsOf(answer: unknown, where = ''): (readonly [string, string])[] {
  if (typeof answer === 'string') return [[where, answer]];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, inner]) => (verbatim.has(key) ? [] : textsOf(inner, `${where}/${key}`)));
}

const ownLink = /^command:meterlint\.(?:showPage|goToPlace)\?%5B[\w%.~!*'()-]*%5D$/;

/** What a page or a picture would run, fetch or lead to. */
function liveIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!('attrs' in node)) return;
    // A picture's own style is fixed, and holds no text of a design.
    if (/^(?:script|img|image|iframe|foreignobject|object)$/i.test(node.tagName)) found.push(node.tagName);
    for (const { name, value } of node.attrs) {
      // What a page leads to by itself: another page, or a place of a text, whose file may be called anything.
      if (ownLink.test(value)) continue;
      if (/^on/i.test(name) || /evil|(?:javascript|command):/.test(value)) found.push(`${name}=${value}`);
    }
    node.childNodes.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
  return found;
}

async function answersAbout(files: Readonly<Record<string, string>>): Promise<Answered[]> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-answers-')));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const editor = await DiskEditor.on([folder]);
  try {
    for (const [file, text] of Object.entries(files)) await editor.opens(path.join(folder, file), text);
    await editor.told();
    return await askAll(
      editor,
      Object.keys(files).map((file) => path.join(folder, file)),
    );
  } finally {
    editor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every request of the client's, as the protocol names it. */
function requests(): string[] {
  const folder = path.join(root, 'server');
  const files = ['protocol.ts', ...readdirSync(path.join(folder, 'protocol')).map((file) => `protocol/${file}`)];
  return files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/Request = '(meterlint\/\w+)'/g)].map(([, name]) => name!),
  );
}

/** A whole design, to whose harms attackers come, in which every title is hostile, with what was decided and planned. */
function hostileExample(): Readonly<Record<string, string>> {
  const title = '"::error ::owned $(zap) [x](command:evil) <img src=https://evil.example onerror=alert(1)> a\u202Eb"';
  const files = exampleFiles('riverside.meter', 'zones.meter');
  const texts = Object.entries(files).map(([file, text]) => [
    `example/${file}`,
    text.replaceAll(/^(zone|component|data|link|flow) ([\w-]+) "[^"]*"/gm, `$1 $2 ${title}`),
  ]);
  return Object.fromEntries(texts) as Record<string, string>;
}

describe('whatever the server answers its own client', () => {
  describe('about hostile designs', () => {
    let answered: readonly Answered[];
    before(async () => {
      answered = await answersAbout({ [hostileFile]: hostileDesign, ...hostileExample() });
    });

    it('was asked everything there is to ask, and told something of it', () => {
      const told = new Set(answered.filter(([, answer]) => textsOf(answer).length > 0).map(([method]) => method));
      // These answer with edits, addresses or a word for a program, and the report of each format has tests of its own.
      const withoutWords = [listensRequest, exportRequest, changeDecisionRequest, decideRequest];
      assert.deepEqual(
        requests().filter((method) => !told.has(method) && !withoutWords.includes(method)),
        [],
      );
      const asked = new Set(answered.map(([method]) => method));
      assert.deepEqual(
        withoutWords.filter((method) => method !== exportRequest && !asked.has(method)),
        [],
      );
    });

    it('has nothing of them raw', () => {
      for (const [method, answer] of answered)
        for (const [where, told] of textsOf(answer)) assert.equal(rawIn(told), undefined, `${method} ${where}`);
    });

    it('runs nothing, fetches nothing and leads nowhere where it is a page or a picture', () => {
      const shown = answered.flatMap(([, answer]) => textsOf(answer).filter(([where]) => /\/(?:body|svg)$/.test(where)));
      assert.ok(shown.length > 20);
      for (const [where, html] of shown) assert.deepEqual(liveIn(html), [], where);
    });
  });

  it('never says undefined, whichever statement has no name', async () => {
    const answered = await answersAbout(namelessFiles);
    assert.ok(answered.length > 300, `${answered.length} answers`);
    for (const [method, answer] of answered) {
      for (const [where, told] of textsOf(answer)) {
        assert.doesNotMatch(told, /\b(?:undefined|NaN)\b|\[object/, `${method} ${where}`);
      }
    }
  });
});
