import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/workspace.js';

const rooms = ['language', 'reach', 'review', 'summary', 'history', 'report', 'workspace', 'picture', 'repair', 'drafts', 'server', 'cli'];

/**
 * What a module keeps for itself, by file: what an evaluator or a snapshot derives is its own field (`derived`), and what follows from a part
 * of the model that never changes is said to do so by `oncePer`.
 */
const meant: Readonly<Record<string, string>> = {
  'language/semantics/once.ts': 'oncePer itself',
  'language/grammar/elements.ts': 'what follows from a grammar, which the room may not ask the semantics for',
  'review/evaluator-of.ts': 'the evaluator that a review was made with: a review is data and holds none',
  'server/colours/roles.ts': 'what a token type and a part of the grammar are, in the one grammar of the process',
  'report/formats/html/markup.ts': 'the fixed texts of a template of the program',
};

/** Tables by identity that a module makes when it is loaded. */
function tablesOf(file: string): number {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  let count = 0;
  const visit = (node: ts.Node): void => {
    // What a class or an object that a function makes keeps is no secret of the module; `oncePer` and `perGrammar` make theirs inside.
    if (ts.isClassLike(node)) return;
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'WeakMap') count++;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count;
}

function sources(): string[] {
  return rooms
    .flatMap((room) => readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'));
}

it('no module keeps answers in a table of its own but those that have a reason', () => {
  assert.deepEqual(
    sources()
      .filter((file) => tablesOf(file) > 0)
      .sort(),
    Object.keys(meant).sort(),
  );
});

/**
 * What a module keeps by `oncePer` from its loading on: each follows from the one part alone by which it is kept, which never changes, and is
 * gone with it. What needs more than that part, or is found out step by step for a review or for checks, is kept by `derived`.
 */
const followsFromPart: Readonly<Record<string, string>> = {
  'language/semantics/named.ts withoutNames': 'a condition in other words',
  'language/semantics/mechanisms.ts answersOf':
    'what a catalogue grants and by what, asked of its names one by one by reviews, checks and editor alike',
  'language/semantics/proofs/grantable.ts answers': 'the same of what may stand where',
  'language/semantics/carriers.ts carriersOf': 'a table of the catalogue turned round',
  'language/semantics/profiles.ts countriesOf': 'what profiles of a catalogue say of countries',
  'language/semantics/by-file.ts byFile': 'a table in another order',
  'language/semantics/by-file.ts byPart': 'designs in another order',
  'language/semantics/elements.ts listed': 'a table as a list',
  'language/semantics/covers.ts coversIn': 'the elements of each decision of a design, which reviews and reports of the same design share',
  'language/semantics/covers.ts decisionsAbout': 'the same, turned round: who asks element by element would ask each decision',
  'language/read/range.ts nameNode': 'the word of a tree that names a statement',
  'language/wellformed/nodes.ts elementNodesOf': 'what a tree declares, by name',
  'language/wellformed/nodes.ts definitionNodesOf': 'what a tree defines, by name',
  'language/wellformed/hops.ts passesIn': 'where flows of a design pass to, which checks and refactorings share',
  'review/evaluated.ts notApplicable': 'one judgement for all pairs of a requirement that it asks nothing of: shared to save memory',
  'review/devices.ts countedKinds': 'what a catalogue counts harms in: each finding about data or a key asks it',
  'review/fixes/candidates.ts openControls': 'a table of the findings of a review, which all that is tried on its design shares',
  'review/fixes/natures.ts naturesOf': 'what a catalogue says of a mechanism, which all that is tried on a design shares',
  'summary/evidence.ts evidenceIn': 'the evidence of the statements of a design, which formats ask for finding by finding',
  'server/completion/conditions.ts conditionsOf': 'a table of the catalogue, which outlives each snapshot of an edit',
};

/** Names of a module's own values that are made by `oncePer`. */
function keptOncePer(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) =>
      declarationList.declarations.flatMap(({ name, initializer }) =>
        /^oncePer\b/.test(initializer?.getText() ?? '') ? [`${file} ${name.getText()}`] : [],
      ),
    );
}

it('a module keeps by part only what follows from the part alone, each with its reason', () => {
  assert.deepEqual(sources().flatMap(keptOncePer).sort(), Object.keys(followsFromPart).sort());
});
