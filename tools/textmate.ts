import './group-by.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { MeterGrammar } from '../language/generated/grammar.js';
import { wordPatterns } from '../language/grammar/textmate.js';

/** Brings the words of the TextMate grammar to those of the language. */
const file = new URL('../syntaxes/meter.tmLanguage.json', import.meta.url);
const grammar = JSON.parse(readFileSync(file, 'utf8')) as { patterns: { name?: string; match?: string }[] };
writeFileSync(file, `${JSON.stringify({ ...grammar, patterns: wordPatterns(grammar.patterns, MeterGrammar()) }, undefined, 2)}\n`);
