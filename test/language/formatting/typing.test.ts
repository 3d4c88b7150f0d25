import assert from 'node:assert/strict';
import { edited } from '../../../language/writing/index.js';
import { indentEdit } from '../../../language/formatting/typing.js';
import { parser, services } from './support.js';

/** The text after typing what stands before `|`. */
function typed(marked: string, character = '\n'): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edit = indentEdit(text, parser.LangiumParser.parse(text), services, offset, character);
  return edited(text, edit === undefined ? [] : [edit]);
}

const lines = (...all: readonly string[]): string => all.join('\n');
const stays = (marked: string, character?: string): void => {
  assert.equal(typed(marked, character), marked.replace('|', ''));
};

describe('indenting while typing', () => {
  it('puts a closing brace where its statement begins', () => {
    assert.equal(typed(lines('zone a is b {', '    note "n"', '    }|'), '}'), lines('zone a is b {', '    note "n"', '}'));
    assert.equal(typed(lines('flow', '    }|'), '}'), lines('flow', '}'));
    assert.equal(typed(lines('zone a {', '  oops oops', '\t}|', 'zone b'), '}'), lines('zone a {', '  oops oops', '}', 'zone b'));
  });

  it('leaves a closing brace that does not begin its line', () => {
    stays('  zone a is b {  note "n" }|', '}');
    stays(lines('zone  a is b {', '  note "n" }|'), '}');
  });

  it('indents an empty line in braces', () => {
    assert.equal(typed(lines('zone a is b {', '|')), lines('zone a is b {', '    '));
    assert.equal(typed(lines('zone a is b {', '|', '}')), lines('zone a is b {', '    ', '}'));
    assert.equal(typed(lines('zone a is b {', '    note "n"', '}', '    |')), lines('zone a is b {', '    note "n"', '}', ''));
    assert.equal(typed(lines('zone a is b { note "n" }', '  |')), lines('zone a is b { note "n" }', ''));
  });

  it('is not led astray by a brace that an earlier statement lacks', () => {
    assert.equal(
      typed(lines('zone a is b {', '    note "n"', '', 'zone c is d {', '|')),
      lines('zone a is b {', '    note "n"', '', 'zone c is d {', '    '),
    );
  });

  it('goes on one level deeper where a list, path or condition is not at its end, and stays there', () => {
    assert.equal(typed(lines('flow a: b ->', '|')), lines('flow a: b ->', '    '));
    assert.equal(typed(lines('flow a: b ->', '    c ->', '|')), lines('flow a: b ->', '    c ->', '    '));
    assert.equal(typed(lines('component a is b {', '    uses c,', '    |')), lines('component a is b {', '    uses c,', '        '));
    assert.equal(
      typed(lines('define profile p {', '    includes a,', '        b,', '|')),
      lines('define profile p {', '    includes a,', '        b,', '        '),
    );
    assert.equal(
      typed(lines('define requirement r {', '    applies to link where is a and', '|')),
      lines('define requirement r {', '    applies to link where is a and', '        '),
    );
  });

  it('goes back to the items where a list ends', () => {
    assert.equal(
      typed(lines('define profile p {', '    includes a,', '        b', '        |')),
      lines('define profile p {', '    includes a,', '        b', '    '),
    );
  });

  it('leaves an empty line where the next word decides', () => {
    stays(lines('flow a: b -> c', '|'));
    stays(lines('flow a: b -> c', '    carries d', '    |'));
    stays(lines('flow a: b -> c', '    carries d', '|'));
    stays(lines('define requirement r {', '    applies to link', '        needs a', '        |'));
  });

  it('indents what was broken off a line as the formatter does', () => {
    assert.equal(typed(lines('flow a: b -> c', '|carries d')), lines('flow a: b -> c', '    carries d'));
    assert.equal(
      typed(lines('zone broken is', 'flow a: b -> c', '|carries d')),
      lines('zone broken is', 'flow a: b -> c', '    carries d'),
    );
    assert.equal(typed(lines('zone a is b', '   |zone c is d')), lines('zone a is b', 'zone c is d'));
    assert.equal(typed(lines('zone a is b { note "n"', '|note "m" }')), lines('zone a is b { note "n"', '    note "m" }'));
    assert.equal(typed(lines('zone a is b { note "n"', '    |}')), lines('zone a is b { note "n"', '}'));
  });

  it('keeps blank lines that were just made', () => {
    stays(lines('zone a is b', '', '', '|', 'zone c is d'));
    stays(lines('zone a is b', '', '', '', '|zone c is d'));
  });

  it('leaves the inside of a comment alone', () => {
    stays(lines('/**', '   |', ' */ zone a is b'));
    stays(lines('zone a is b { /*', '  }|', '*/ }'), '}');
  });

  it('takes CRLF, and what is no text at all', () => {
    assert.equal(typed('zone a is b {\r\n|\r\n}\r\n'), 'zone a is b {\r\n    \r\n}\r\n');
    stays('|');
    stays('\n|');
    stays('}|', '}');
    stays('"|');
  });
});
