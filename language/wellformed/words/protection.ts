import type { Demand, ElementSort } from '../../model/index.js';
import { clauseWords } from '../../semantics/index.js';
import { quoted, sortInWords, sortsListed, together } from './lists.js';

/** A statement that no requirement reads: what it names, or what that brings. */
export interface UnreadStatement {
  readonly is: 'named' | 'brought';
  readonly name: string;
}

function unreadWords({ is, name }: UnreadStatement): string {
  return is === 'named' ? `'${name}'` : `what '${name}' brings`;
}

/** `the control lock`, `'over tls'` */
function declarationWords(sort: string, name: string): string {
  return sort === 'control' || sort === 'attribute' ? `the ${sort} ${name}` : `'${sort} ${name}'`;
}

/** Controls and mechanisms, decisions, declarations. */
export const ofProtection = {
  'misplaced-control': {
    elsewhere: (control: string, sort: string, sorts: readonly string[]): string =>
      `'${control}' cannot stand on a ${sort}: it is a control of ${together(sorts)}. Move it there, or choose another.`,
  },
  'misplaced-mechanism': {
    elsewhere: (mechanism: string, sort: string, sorts: readonly string[]): string =>
      `'${mechanism}' cannot stand on a ${sort}: it is a mechanism of ${together(sorts)}. Move it there, or choose another.`,
  },
  'unfit-mechanism': {
    brings: (mechanism: string, control: string, better: readonly string[]): string => {
      const hint = better.length === 0 ? 'No known mechanism does; leave it out and give evidence.' : `${quoted(better)} would.`;
      return `'${mechanism}' does not provide '${control}'. ${hint}`;
    },
  },
  'contradicting-mechanisms': {
    /** `stronger` is the one that counts as long as both stand there, where one is. */
    both: (earlier: string, later: string, by: string, stronger: string | undefined): string => {
      const counts = stronger === undefined ? '' : ` Until then the review counts '${stronger}', the stronger.`;
      return `'${earlier}' and '${later}' cannot both hold here: each says another '${by}'. Leave out what is not so.${counts}`;
    },
  },
  'unread-statement': {
    ofThisKind: (what: UnreadStatement, sort: ElementSort, requirement: string): string =>
      `No rule reads ${unreadWords(what)} on ${sortInWords(sort)} of this kind, so that it has no effect in this review; '${requirement}' reads it on others.`,
    here: (what: UnreadStatement, sort: ElementSort, read: readonly ElementSort[]): string =>
      `No rule reads ${unreadWords(what)} on ${sortInWords(sort)}, so that it has no effect in this review. It is read on ${sortsListed(read)}.`,
    anywhere: (what: UnreadStatement): string => `No rule reads ${unreadWords(what)}, so that it has no effect in this review.`,
  },
  'control-without-mechanism': {
    how: (control: string, mechanisms: readonly string[]): string =>
      `Nobody says how '${control}' is done. Name the mechanism with 'by', such as ${quoted(mechanisms)}, or give evidence.`,
  },
  'control-without-evidence': {
    shows: (control: string): string => `What shows that '${control}' is there? Name the document with 'evidence'.`,
  },
  'blank-evidence': {
    blank: (control: string): string =>
      `Blank evidence shows nothing, so that '${control}' does not count. Name the document, test or certificate, or write 'planned' instead.`,
  },
  'repeated-decision': {
    same: (pairs: readonly (readonly [requirement: string, target: string])[]): string =>
      `Another decision says the same of ${pairs.map(([requirement, target]) => `${requirement} on ${target}`).join(', ')}. Keep one.`,
  },
  'within-no-zone': {
    noZone: (name: string, sort: string): string =>
      `Only a zone has something within: '${name}' is a ${sort}, and nothing is decided here. Name its zone, or leave 'and within' out.`,
  },
  'decision-outside': {
    outside: (verb: string, from: readonly string[]): string =>
      `This ${verb} has no effect: in this project decisions count in ${quoted(from)} only. Let those who may decide write it there, or remove it.`,
  },
  'decision-past': {
    over: (verb: string, until: string | undefined): string =>
      `This ${verb} ended on ${until}: what it covered is reported again. Decide anew with a later date, or repair the design and remove it.`,
  },
  'decision-incomplete': {
    lacks: (profiles: readonly string[], clauses: readonly Demand[]): string => {
      const named = profiles.map((one) => `'${one}'`).join(' and ');
      const forms = clauses.map((one) => (one === 'until' ? "'until DATE'" : `'by "..."'`)).join(' and ');
      return `This accept has no effect: profile ${named} demands ${clauses.map((one) => clauseWords[one]).join(' and ')}. Add ${forms}.`;
    },
  },
  'decision-without-effect': {
    useless: (verb: string): string =>
      `This ${verb} has no effect: nothing that it names is open here. Remove it, or correct the requirement or the element.`,
  },
  'declaration-without-effect': {
    idle: (sort: string, name: string, owner: string): string =>
      `Without ${declarationWords(sort, name)} of '${owner}' the review would come to the same: nothing asks for it, or another declaration gives the same.`,
  },
};
