// The room `tools/language/`: the lists of `docs/language.md`, read from the grammar and the semantics, so that they say what is so.
// May import `language/grammar`, `language/model`, `language/semantics`, `langium`.

import { AstUtils, GrammarAST } from 'langium';
import { beginnings, keywordOf, ruleNamed, sequenceOf, type Grammar, type Keyword } from '../../language/grammar/elements.js';
import { meaningOf } from '../../language/grammar/meaning.js';
import { choices } from '../../language/grammar/parts.js';
import { statementsOfGrammar, type GrammarStatement } from '../../language/grammar/statements.js';
import { wordsOfRule } from '../../language/grammar/words.js';
import type { Condition, HerePlaceName, ElementSort, RelationName } from '../../language/model/index.js';
import { canBeAsked, leadsNowhere, relationsFrom, sortOfRelation, whereIs } from '../../language/semantics/index.js';
import { grammarClauseRows, meaningOfRule, type GrammarClauseRow } from './clauses.js';
import { formOf } from './forms.js';

/** A table of Markdown; Prettier aligns it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

/** The statements of designs, or those that define. */
export function statements(grammar: Grammar, isDefinition: boolean): string {
  return [...statementsOfGrammar(grammar).values()]
    .filter(({ key }) => key.includes(' ') === isDefinition)
    .map((statement) => statementText(grammar, statement))
    .join('\n\n');
}

function statementText(grammar: Grammar, { key, rule, takesAttributes }: GrammarStatement): string {
  const words = key.split(' ');
  const first = beginnings(rule.definition)
    .flatMap((one) => keywordOf(one) ?? [])
    .find(({ value }) => value === words.at(-1));
  const rest = formOf(rule.definition).replace(/^(\([^)]*\)|\S+)/, '');
  const rows = grammarClauseRows(grammar, rule);
  const body = takesAttributes ? '\n\nIn braces, the lines of [bodies](#bodies), too.' : '';
  const clauses = rows.length === 0 ? '' : `\n\n${clauseTable(rows)}`;
  return `### ${key}\n\n${(first && meaningOf(first)) ?? ''}\n\n\`\`\`text\n${key}${rest}\n\`\`\`${clauses}${body}`;
}

function clauseTable(rows: readonly GrammarClauseRow[]): string {
  const places = rows.map(({ isPart, inBody }) => (isPart ? 'in the clause before' : inBody ? 'in braces' : 'in the head'));
  return markdownTable(
    ['clause', 'stands', 'may be given', 'meaning'],
    rows.map(({ form, often, meaning }, at) => [code(form), places[at]!, often === 'once' ? 'once' : 'again', meaning]),
  );
}

/** What may stand in the braces of an element, a kind or a design. */
export function bodies(grammar: Grammar): string {
  const rules = rulesIn(grammar, 'BodyItem');
  const lines = rules.map((rule) => [
    code(formOf(rule.definition)),
    meaningOfRule(rule) || 'What is known of it: the value of an attribute.',
  ]);
  const control = ruleNamed(grammar, 'ControlUse')!;
  return [
    markdownTable(['line', 'meaning'], lines),
    'The clauses of `control`:',
    markdownTable(
      ['clause', 'may be given', 'meaning'],
      grammarClauseRows(grammar, control).map(({ form, often, meaning }) => [code(form), often === 'once' ? 'once' : 'again', meaning]),
    ),
  ].join('\n\n');
}

/** Values as they are written, and the units of time. */
export function values(grammar: Grammar): string {
  const forms = rulesIn(grammar, 'Value').map((rule) => code(formOf(rule.definition)));
  return `A value is one of: ${forms.join(', ')}. Units of time: ${wordsOfRule(grammar, 'Unit').map(code).join(', ')}.`;
}

const sorts: readonly ElementSort[] = ['zone', 'component', 'data', 'link', 'flow', 'design'];
const named = (some: readonly string[]) => (some.length === sorts.length ? 'anything' : some.join(', '));

/** What can be asked, of what, and when it holds. */
export function conditions(grammar: Grammar): string {
  const rows = rulesIn(grammar, 'Predicate').flatMap((rule) =>
    alternatives(formOf(rule.definition)).map((form) => {
      const words = /^[a-z ]*/.exec(form)![0].trim();
      const asked = sorts.filter((sort) => canBeAsked(words.replace(/ \(.*/, '') as Condition['kind'], sort));
      return [code(form), named(asked), conditionMeaning(rule, words.split(' ')[0]!)];
    }),
  );
  const joined = ['NotCondition', 'And', 'Or'].map((name) => {
    const rule = ruleNamed(grammar, name)!;
    const word = AstUtils.streamAst(rule).find(GrammarAST.isKeyword)!;
    return [code(formOf(rule.definition)), 'anything', meaningOf(word) ?? ''];
  });
  return `${markdownTable(['condition', 'can be asked of', 'meaning'], [...rows, ...joined])}\n\nOperators: ${wordsOfRule(grammar, 'Operator').map(code).join(', ')}.`;
}

function conditionMeaning(rule: GrammarAST.ParserRule, word: string): string {
  const all = AstUtils.streamAst(rule).filter(GrammarAST.isKeyword).toArray();
  const meaning = (wanted: string) => all.filter(({ value }) => value === wanted).flatMap((one) => meaningOf(one) ?? [])[0];
  // What begins with a name compares, unless it asks whether there is a value at all.
  return meaning(word) ?? `Compares the value of the attribute. With \`set\`: ${meaning('set') ?? ''}`;
}

/** `(a | b) C` as `a C` and `b C`. */
function alternatives(form: string): string[] {
  if (!form.startsWith('(')) return [form];
  let depth = 0;
  const cuts: number[] = [];
  let end = 0;
  for (; end < form.length; end += 1) {
    if (form[end] === '(') depth += 1;
    if (form[end] === ')') depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && form.startsWith(' | ', end)) cuts.push(end);
  }
  const parts = [0, ...cuts].map((from, at) => form.slice(at === 0 ? 1 : from + 3, cuts[at] ?? end));
  return parts.flatMap(alternatives).map((part) => `${part}${form.slice(end + 1)}`);
}

/** The relations, what they lead to, and from where. */
export function relations(grammar: Grammar): string {
  const rows = choices(ruleNamed(grammar, 'RelationName')!.definition).map((choice) => {
    const name = formOf(choice) as RelationName;
    const from = sorts.filter((sort) => relationsFrom(sort).includes(name));
    return [code(name), sortOfRelation[name], named(from), meaningOf(keywordOf(sequenceOf(choice)[0])!) ?? ''];
  });
  const wider = grammarClauseRows(grammar, ruleNamed(grammar, 'Relation')!).map(({ form, meaning }) => [code(form), meaning]);
  const inZone = sorts.filter((sort) => !leadsNowhere({ name: 'component', within: { kind: 'same zone' } }, sort));
  return [
    markdownTable(['relation', 'leads to', 'from', 'meaning'], rows),
    `From anything else a relation leads nowhere. Behind it may stand, so that it leads from anything (\`in same zone\` from ${inZone.join(' and ')}):`,
    markdownTable(['behind a relation', 'meaning'], wider),
  ].join('\n\n');
}

/** What is needed, and where it may be asked for. */
export function needs(grammar: Grammar): string {
  const control = ruleNamed(grammar, 'ControlNeed')!;
  const forms = [...grammarClauseRows(grammar, control), ...grammarClauseRows(grammar, ruleNamed(grammar, 'RelatedPlace')!)];
  const related = alternatives(formOf(ruleNamed(grammar, 'RelatedPlace')!.definition)).map((form) => {
    const word = keywordIn(ruleNamed(grammar, 'RelatedPlace')!, form.split(' ')[0]!);
    return [code(`on ${form}`), (word && meaningOf(word)) ?? ''];
  });
  const rows = choices(ruleNamed(grammar, 'HereName')!.definition).map((choice) => {
    const word = formOf(choice);
    return [code(`on ${word}`), ...sorts.map((sort) => whereWords(word as HerePlaceName, sort))];
  });
  return [
    `A need is a control, ${code(formOf(control.definition))}, or a condition that has to hold. Needs are joined by \`and\` and \`or\`, with brackets where both stand.`,
    markdownTable(['in a need', 'meaning'], [...forms.map(({ form, meaning }) => [code(form), meaning]), ...related]),
    'Where a word behind `on` looks, by what the requirement applies to:',
    markdownTable(['place', ...sorts.map((sort) => `of a ${sort}`)], rows),
  ].join('\n\n');
}

function whereWords(word: HerePlaceName, sort: ElementSort): string {
  const there = whereIs(word, sort);
  if (there.kind === 'nowhere') return '-';
  if (there.kind === 'every') return `every ${there.relation.name}`;
  return there.kind === 'self' ? 'itself' : `its ${there.kind}`;
}

const keywordIn = (rule: GrammarAST.ParserRule, word: string): Keyword | undefined =>
  AstUtils.streamAst(rule)
    .filter(GrammarAST.isKeyword)
    .find(({ value }) => value === word);

/** The rules that a rule chooses between. */
function rulesIn(grammar: Grammar, name: string): GrammarAST.ParserRule[] {
  return choices(ruleNamed(grammar, name)!.definition).flatMap((choice) => {
    const rule = GrammarAST.isRuleCall(choice) ? choice.rule.ref : undefined;
    return GrammarAST.isParserRule(rule) ? [rule] : [];
  });
}
