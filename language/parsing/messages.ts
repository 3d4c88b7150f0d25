import { DefaultLexerErrorMessageProvider, LangiumParserErrorMessageProvider } from 'langium';

type ParserMessages = LangiumParserErrorMessageProvider;
type NoAlternative = Parameters<ParserMessages['buildNoViableAltMessage']>[0];
type Mismatch = Parameters<ParserMessages['buildMismatchTokenMessage']>[0];
type Leftover = Parameters<ParserMessages['buildNotAllInputParsedMessage']>[0];
type Early = Parameters<ParserMessages['buildEarlyExitMessage']>[0];
type Token = Mismatch['actual'];

/** The form of the statements that users write, by the grammar rule that reads them. */
const forms: Readonly<Record<string, string>> = {
  Import: 'import "path.meter"',
  Design: 'design NAME "Title" { version "1.0" profile PROFILE }',
  Zone: 'zone NAME "Title" is KIND in ZONE run by PARTY { ... }',
  Component: 'component NAME "Title" is KIND in ZONE run by PARTY { ... }',
  Data: 'data NAME "Title" is CLASS { ... }',
  Link: 'link NAME "Title": A <-> B in ZONE over MECHANISM carries DATA opened by COMPONENT { ... }',
  Flow: 'flow NAME "Title" is SERVICE: A -> B -> C carries DATA over MECHANISM from A to C via LINK { ... }',
  Decision: 'accept REQUIREMENT on ELEMENT until 2027-06-30 because "..." by "..."',
  ControlUse: 'control CONTROL by MECHANISM planned for 2027-06-30 evidence "..."',
  Setting: 'ATTRIBUTE = VALUE',
  Requirement:
    'define requirement NAME "Title" { category C severity S applies to PLACE where ... needs ... because "..." guidance "..." }',
  Rule: 'applies to PLACE where CONDITION needs CONTROL',
};

const words: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: 'a text in quotes',
  INT: 'a number',
  DATE: 'a day such as 2027-06-30',
  EOF: 'the end of the file',
};
/** So many words of what could stand here; a list of fifty helps nobody. */
const mostWords = 6;

/** What the parser says: what was expected, what was found, and the form of the statement. */
export class HumanParserMessages extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected, actual, ruleName }: Mismatch): string {
    const name = expected.name.endsWith(':KW') ? expected.name.slice(0, -3) : expected.name;
    return `Expected ${words[name] ?? `'${name}'`} here, but found ${found(actual)}.${formOf(ruleName)}`;
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: Leftover): string {
    return (
      `${capital(found(firstRedundant))} cannot start a statement here. A file holds import, then design, zone, component, data, link, ` +
      'flow, accept, exclude, define and cite. Is a brace closed too early?'
    );
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt, actual, ruleName }: NoAlternative): string {
    const first = expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path[0]?.name ?? []));
    return `${expectedWords(first)} here, but found ${found(actual[0])}.${formOf(ruleName)}`;
  }

  override buildEarlyExitMessage({ expectedIterationPaths, actual, ruleName }: Early): string {
    const first = expectedIterationPaths.flatMap((path) => path[0]?.name ?? []);
    return `${expectedWords(first)} here, but found ${found(actual[0])}.${formOf(ruleName)}`;
  }
}

function expectedWords(names: readonly string[]): string {
  const named = names.includes('ID');
  // Nearly every keyword may be a name: where a name is expected, the list of them says nothing.
  const rest = [...new Set(names)].filter((name) => name !== 'ID' && !(named && /^[a-z]+$/.test(name)));
  const told = [...(named ? ['a name'] : []), ...rest.map((name) => words[name] ?? `'${name}'`)];
  const shown = told.slice(0, mostWords);
  const more = told.length > shown.length ? ' or another word of the language' : '';
  return `Expected ${shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`}${more}`;
}

function found(token: Token | undefined): string {
  if (token === undefined || token.image === '') return 'the end of the file';
  return token.image.length > 40 ? `'${token.image.slice(0, 40)}...'` : `'${token.image}'`;
}

function formOf(rule: string): string {
  // Langium marks its rules with a zero-width space.
  const form = forms[rule.replace(/\W/g, '')];
  return form === undefined ? '' : ` Form: ${form}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the lexer says of characters that begin no word of the language. */
export class HumanLexerMessages extends DefaultLexerErrorMessageProvider {
  override buildUnexpectedCharactersMessage(text: string, start: number, length: number): string {
    const characters = text.slice(start, start + Math.min(length, 20));
    if (characters.startsWith('"')) return 'This text is not closed: it ends with a quote on the same line.';
    if (/^[“”„«»]/.test(characters)) return `Texts stand in straight quotes ("), not in ${characters[0]}.`;
    if (characters.startsWith('/*')) return 'This comment is not closed: it ends with */.';
    return `'${characters}' cannot stand here. Names are of letters, digits and _, with - or . inside.`;
  }
}
