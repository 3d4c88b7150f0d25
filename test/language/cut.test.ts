import assert from 'node:assert/strict';
import { AstUtils, type AstNode } from 'langium';
import type { Model } from '../../language/generated/ast.js';
import { createContainer } from '../../workspace/index.js';
import { exampleFiles, referenceDesigns } from '../support/reviewed.js';

/*
 * A statement of a real design is cut off behind one of its words, or one of its lines is. Then every other statement (every other
 * line of it) is read as before, and each error stands at the end of what is left of the cut line. Three exceptions are
 * meant: a statement that has lost its name is nothing that could be read, with all its lines; and where a list goes on in the line
 * below the cut, the error stands there, at names that nothing introduces any more. `define` alone takes a word of the line below it.
 *
 * One cut of so many is tried, beginning with another one in each file; with 1 all are.
 */
const oneOf = 13;

const { meter } = createContainer();
const files = [exampleFiles(), ...referenceDesigns().values()].flatMap((design) => Object.entries(design));

function read(text: string) {
  const { value, parserErrors, lexerErrors } = meter.parser.LangiumParser.parse<Model>(text);
  const places = parserErrors.map((error) => {
    const isBehind = Number.isNaN(error.token.startOffset) && 'previousToken' in error;
    return isBehind ? (error.previousToken as typeof error.token).endOffset! + 1 : error.token.startOffset;
  });
  return { model: value, places, isWhole: parserErrors.length + lexerErrors.length === 0 };
}

type Word = ReturnType<typeof wordsOf>[number];

function wordsOf(text: string) {
  return meter.parser.Lexer.tokenize(text).tokens.map(({ image, startOffset, startLine }) => {
    return { image, start: startOffset, end: startOffset + image.length, line: startLine! };
  });
}

function statementsOf({ imports, designs, elements, definitions, cites }: Model): AstNode[] {
  const all: AstNode[] = [...imports, ...designs, ...elements, ...definitions, ...cites];
  return all.sort((a, b) => a.$cstNode!.offset - b.$cstNode!.offset);
}

const told = (node: AstNode): string => `${node.$type} ${node.$cstNode!.text}`;

/** What stands on one line other than the cut one. */
function onOtherLines(model: Model, line: number): string[] {
  return AstUtils.streamAllContents(model)
    .map((node) => ({ node, range: node.$cstNode!.range }))
    .filter(({ range }) => range.start.line === range.end.line && range.start.line + 1 !== line)
    .map(({ node, range }) => `${range.start.line} ${told(node)}`)
    .toArray()
    .sort();
}

function sample<T>(all: readonly T[], file: string): T[] {
  return all.filter((_, index) => (index + file.length) % oneOf === 0);
}

describe('a statement that is cut off at any word', () => {
  for (const [file, text] of files) {
    it(`in ${file} takes no other along, and is told where it is cut`, function () {
      const whole = statementsOf(read(text).model);
      const words = wordsOf(text);
      const cuts = whole.flatMap((statement) => {
        const { offset, end } = statement.$cstNode!;
        return words.filter((word) => word.start >= offset && word.end < end).map((word) => ({ statement, word, end }));
      });
      for (const { statement, word, end } of sample(cuts, file)) {
        if (word.image === 'define') continue;
        const { model, places, isWhole } = read(text.slice(0, word.end) + text.slice(end));
        const others = statementsOf(model).filter((one) => one.$cstNode!.offset !== statement.$cstNode!.offset);
        const place = `${text.slice(statement.$cstNode!.offset, word.end)}|`;
        assert.deepEqual(others.map(told), whole.filter((one) => one !== statement).map(told), place);
        assert.deepEqual([...new Set(places)], isWhole ? [] : [word.end], place);
      }
    });
  }
});

describe('a line that is cut off at any word', () => {
  for (const [file, text] of files) {
    it(`in ${file} takes no other along, and is told where it is cut`, function () {
      const { model: whole } = read(text);
      const lines = new Map<number, Word[]>();
      for (const word of wordsOf(text)) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
      const cuts = [...lines.values()].flatMap((words) =>
        words.slice(0, -1).map((word, index) => ({ word, left: words.slice(index + 1) })),
      );
      for (const { word, left } of sample(cuts.filter(isCut), file)) {
        const { model, places, isWhole } = read(text.slice(0, word.end) + text.slice(left.at(-1)!.end));
        const place = `${file}:${word.line} ${word.image}|`;
        assert.deepEqual([...new Set(places)], isWhole ? [] : [word.end], place);
        if (losesName(text, word)) continue;
        const still = new Set(onOtherLines(model, word.line));
        const lost = onOtherLines(whole, word.line).filter((one) => !still.has(one));
        assert.deepEqual(lost, [], place);
      }
    });
  }

  /** What is cut off with a brace may end elsewhere, and a list that goes on below a line has lost its comma there, not here. */
  function isCut({ left }: { readonly left: readonly Word[] }): boolean {
    return left.at(-1)!.image !== ',' && !left.some(({ image }) => image === '{' || image === '}');
  }

  function losesName(text: string, word: Word): boolean {
    return /^(?:define )?[a-z]+$/.test(text.slice(text.lastIndexOf('\n', word.start - 1) + 1, word.end));
  }
});
