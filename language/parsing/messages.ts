import { DefaultLexerErrorMessageProvider, LangiumParserErrorMessageProvider } from 'langium';
import { forms, formsOfRules } from './forms.js';

type ParserMessages = LangiumParserErrorMessageProvider;
type NoAlternative = Parameters<ParserMessages['buildNoViableAltMessage']>[0];
type Mismatch = Parameters<ParserMessages['buildMismatchTokenMessage']>[0];
type Leftover = Parameters<ParserMessages['buildNotAllInputParsedMessage']>[0];
type Early = Parameters<ParserMessages['buildEarlyExitMessage']>[0];
type Token = Mismatch['actual'];

const words: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: 'a text in quotes',
  INT: 'a number',
  DATE: 'a day such as 2027-06-30',
  EOF: 'the end of the file',
};
/** So many words of what could stand here; a list of fifty helps nobody. */
const mostWords = 6;

/**
 * What the parser says: what was expected, what was found, and the form of the statement. Where nothing was found, it is only what
 * was expected: whoever gave the parser a part of a text says the rest.
 */
export class HumanParserMessages extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected, actual, ruleName }: Mismatch): string {
    // The end of the file is expected wherever a statement may end.
    if (expected.name === 'EOF') return `${capital(found(actual))} cannot stand here.`;
    const name = expected.name.endsWith(':KW') ? expected.name.slice(0, -3) : expected.name;
    return told(words[name] ?? `'${name}'`, actual, ruleName);
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: Leftover): string {
    if (firstRedundant.image === '}') return "This '}' closes nothing: there is no '{' before it that is open.";
    return (
      `${capital(found(firstRedundant))} cannot start a statement here. A file holds import, then design, zone, component, data, link, ` +
      'flow, accept, exclude, define and cite. Is a brace closed too early?'
    );
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt, actual, ruleName }: NoAlternative): string {
    const first = expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path[0]?.name ?? []));
    return told(expectedWords(first), actual[0], ruleName);
  }

  override buildEarlyExitMessage({ expectedIterationPaths, actual, ruleName }: Early): string {
    const first = expectedIterationPaths.flatMap((path) => path[0]?.name ?? []);
    return told(expectedWords(first), actual[0], ruleName);
  }
}

function told(expected: string, actual: Token | undefined, rule: string): string {
  return isNothing(actual) ? expected : `Expected ${expected} here, but found ${found(actual)}.${formOf(rule)}`;
}

function expectedWords(names: readonly string[]): string {
  const named = names.includes('ID');
  // Nearly every keyword may be a name: where a name is expected, the list of them says nothing.
  const rest = [...new Set(names)].filter((name) => name !== 'ID' && !(named && /^[a-z]+$/.test(name)));
  const told = [...(named ? ['a name'] : []), ...rest.map((name) => words[name] ?? `'${name}'`)];
  const shown = told.slice(0, mostWords);
  const more = told.length > shown.length ? ' or another word of the language' : '';
  return `${shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`}${more}`;
}

function isNothing(token: Token | undefined): boolean {
  return token === undefined || token.image === '';
}

function found(token: Token | undefined): string {
  if (token === undefined || isNothing(token)) return 'the end of the file';
  return token.image.length > 40 ? `'${token.image.slice(0, 40)}...'` : `'${token.image}'`;
}

function formOf(rule: string): string {
  // Langium marks its rules with a zero-width space.
  const form = forms[formsOfRules[rule.replace(/\W/g, '')] ?? ''];
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
