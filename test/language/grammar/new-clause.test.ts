import '../../../tools/group-by.mjs';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CstUtils, URI } from 'langium';
import { createServicesForGrammar } from 'langium/grammar';
import { messageOf } from '../../../language/wellformed/words/index.js';
import { formatEdits } from '../../../language/formatting/format.js';
import { edited } from '../../../language/writing/index.js';
import { onceOf } from '../../../language/grammar/clauses.js';
import { statementsOfGrammar } from '../../../language/grammar/statements.js';
import { wordPatterns } from '../../../language/grammar/textmate.js';
import { MeterCoreModule, MeterSharedModule } from '../../../language/module.js';
import { clauses } from '../../../language/wellformed/clauses.js';
import type { Context } from '../../../language/wellformed/mistake.js';
import { ColourRoles } from '../../../server/colours/roles.js';
import { GrammarAutomaton } from '../../../server/completion/automaton.js';
import { createWorkspace, root } from '../../support/workspace.js';

/** The grammar with `stage NAME`, which stands once, and `tags NAME, ...` on components. */
function changed(): string {
  const text = readFileSync(path.join(root, 'language/meter.langium'), 'utf8');
  const type = 'interface Component extends Named { ';
  const clause = /(Component returns Component:[\s\S]*?zones\+=\[Zone:Name\]\n)/;
  assert.ok(text.includes(type) && clause.test(text));
  return text
    .replace(type, `${type}stage: string[]; tags: string[]; `)
    .replace(clause, "$1    | 'stage' stage+=Name | 'tags' tags+=Name (',' tags+=Name)*\n");
}

describe('a clause that is added to the grammar', () => {
  let services: Awaited<ReturnType<typeof createServicesForGrammar>>;
  before(async () => {
    services = await createServicesForGrammar({
      grammar: changed(),
      module: MeterCoreModule as never,
      sharedModule: MeterSharedModule as never,
    });
  });

  it('is read, and its word stays a name', () => {
    const { parserErrors } = services.parser.LangiumParser.parse('component stage stage tags tags a, b');
    assert.deepEqual(parserErrors, []);
  });

  it('is laid out as a clause', () => {
    const text = 'component a is b\nstage one\ntags x,\ny';
    const result = services.parser.LangiumParser.parse(text);
    assert.equal(edited(text, formatEdits(text, result)), 'component a is b\n    stage one\n    tags x,\n        y\n');
  });

  it('is reported where it is given twice, unless it is a list', () => {
    const text = 'component a is b stage one stage two tags x tags y';
    const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('memory:///a.meter'));
    const unlessClean: Context['unlessClean'] = (...[, , , find]) => find();
    const context = { document, model: document.parseResult.value, grammar: services.Grammar, unlessClean } as unknown as Context;
    const found = [...clauses(context)].map((mistake) => `${mistake.code} ${messageOf(mistake).split('.')[0]!}`);
    assert.deepEqual(found, ["repeated-clause 'stage' stands here a second time, and only the first counts"]);
    assert.deepEqual(
      onceOf(services.Grammar, 'Component')
        .map(({ words }) => words)
        .sort(),
      ['in', 'run by', 'stage'],
    );
  });

  it('is offered by completion', () => {
    const automaton = new GrammarAutomaton(services.Grammar);
    const { tokens } = services.parser.Lexer.tokenize('component a is b');
    const words = automaton.steps(automaton.read(tokens, () => true)).map(({ word }) => word);
    assert.ok(words.includes('stage') && words.includes('tags'));
  });

  it('is coloured by the editor: its word as a keyword, what stands behind it as what its author wrote', async () => {
    const { catalogue } = (await createWorkspace({}, { catalogue: false })).snapshot;
    const { value } = services.parser.LangiumParser.parse('component stage is b stage stage tags tags, two');
    const roles = new ColourRoles({ builtIn: false, catalogue, sortOf: () => 'ComponentKind' });
    const leaves = CstUtils.flattenCst(value.$cstNode!).filter(({ hidden }) => !hidden);
    assert.deepEqual(
      leaves.toArray().map((leaf) => `${leaf.text} ${roles.of(leaf)?.type ?? '-'}`),
      [
        ...['component keyword', 'stage component', 'is keyword', 'b kind'],
        ...['stage keyword', 'stage word', 'tags keyword', 'tags word', ', -', 'two word'],
      ],
    );
  });

  it('is coloured by the patterns that are made for plain text', () => {
    const { patterns } = JSON.parse(readFileSync(path.join(root, 'syntaxes/meter.tmLanguage.json'), 'utf8')) as {
      patterns: { name?: string; match?: string }[];
    };
    const other = wordPatterns(patterns, services.Grammar).find(({ name }) => name === 'keyword.other.meter');
    assert.match(other!.match!, /\bstage\b.*\btags\b/);
    assert.ok(statementsOfGrammar(services.Grammar).get('component')!.behindName.includes('stage'));
  });
});
