import { DefaultLexerErrorMessageProvider, LangiumParserErrorMessageProvider } from 'langium';
import { saidAs, type FormWords } from './heard.js';

type ParserMessages = LangiumParserErrorMessageProvider;
type NoAlternative = Parameters<ParserMessages['buildNoViableAltMessage']>[0];
type Mismatch = Parameters<ParserMessages['buildMismatchTokenMessage']>[0];
type Leftover = Parameters<ParserMessages['buildNotAllInputParsedMessage']>[0];
type Early = Parameters<ParserMessages['buildEarlyExitMessage']>[0];
type Token = Mismatch['actual'];

/** The grammar rules of which a form is shown with what the parser says, by the words of the form. */
const formsOfRules: Readonly<Record<string, string>> = {
  Import: 'import',
  Design: 'design',
  Zone: 'zone',
  Component: 'component',
  Data: 'data',
  Link: 'link',
  Flow: 'flow',
  Decision: 'accept',
  ControlUse: 'control',
  Setting: '=',
  Requirement: 'define requirement',
  Rule: 'applies',
};

/**
 * What the parser says: what was expected, what was found, and the form of the statement. Where nothing was found, it is only what
 * was expected: whoever gave the parser a part of a text says the rest.
 */
export class HumanParserMessages extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected, actual, ruleName }: Mismatch): string {
    // The end of the file is expected wherever a statement may end.
    if (expected.name === 'EOF') return saidAs(['stray', imageOf(actual), []]);
    return told([expected.name.endsWith(':KW') ? expected.name.slice(0, -3) : expected.name], actual, ruleName);
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: Leftover): string {
    return saidAs(firstRedundant.image === '}' ? ['closesNothing'] : ['noStatement', imageOf(firstRedundant), []]);
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt, actual, ruleName }: NoAlternative): string {
    return told(
      expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path[0]?.name ?? [])),
      actual[0],
      ruleName,
    );
  }

  override buildEarlyExitMessage({ expectedIterationPaths, actual, ruleName }: Early): string {
    return told(
      expectedIterationPaths.flatMap((path) => path[0]?.name ?? []),
      actual[0],
      ruleName,
    );
  }
}

function told(expected: readonly string[], actual: Token | undefined, rule: string): string {
  const names = [...new Set(expected)];
  const found = imageOf(actual);
  return saidAs(found === '' ? ['expectedAtEnd', names] : ['expected', names, found, formOf(rule)]);
}

function imageOf(token: Token | undefined): string {
  return token?.image ?? '';
}

function formOf(rule: string): FormWords {
  // Langium marks its rules with a zero-width space.
  const word = formsOfRules[rule.replace(/\W/g, '')];
  return word === undefined ? [] : [word];
}

/** What the lexer says of characters that begin no word of the language. */
export class HumanLexerMessages extends DefaultLexerErrorMessageProvider {
  override buildUnexpectedCharactersMessage(text: string, start: number, length: number): string {
    const characters = text.slice(start, start + Math.min(length, 20));
    if (characters.startsWith('"')) return saidAs(['unclosedText']);
    if (/^[“”„«»]/.test(characters)) return saidAs(['otherQuotes', characters[0]!]);
    return saidAs(characters.startsWith('/*') ? ['unclosedComment'] : ['otherSigns', characters]);
  }
}
