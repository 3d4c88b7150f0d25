import { clauseWords, demandsOf, namesIn, operandWords, type MentionedName } from '../../language/semantics/index.js';
import type { Attribute, Catalogue } from '../../language/model/index.js';
import { citationWords, listed } from '../../report/words.js';
import { leftOut, requirementsOf, standardName } from '../../review/index.js';
import { code, namesAsCode, escapedText } from '../markdown.js';

export function attributeLines(name: string, catalogue: Catalogue): string[] {
  const attribute = catalogue.attributes.get(name);
  if (attribute === undefined) return [];
  const { sorts, default: silence, asks, counts } = attribute;
  const unstated =
    silence === undefined
      ? 'no default: where nobody states it, it is not known'
      : `where nobody states it: ${escapedText(operandWords(silence))}`;
  return [
    `on ${sorts.length === 0 ? 'anything' : listed(sorts, 'and')}`,
    `holds ${typeWords(attribute)}`,
    counts === undefined ? unstated : 'computed from the design: no element states it, requirements ask for it',
    ...(asks === undefined ? [] : [`the question: ${escapedText(asks)}`]),
    ...askedBy(catalogue, ({ sort, name: mentioned }) => sort === 'attribute' && mentioned === name),
  ];
}

function typeWords({ type }: Attribute): string {
  switch (type.kind) {
    case 'words':
      return `one of ${type.words.map(code).join(', ')}`;
    case 'boolean':
      return `${code('true')} or ${code('false')}`;
    case 'duration':
      return `a duration, such as ${code('13 months')}`;
    case 'integer':
      return 'a whole number';
    case 'date':
      return `a day, such as ${code('2027-06-30')}`;
    case 'text':
      return 'a text or a word';
  }
}

export function standardLines(name: string, catalogue: Catalogue): string[] {
  const standard = catalogue.standards.get(name);
  if (standard === undefined) return [];
  const { publisher, edition, url, source } = standard;
  const requirements = [...catalogue.requirements.values()].filter(({ see }) => see.some((citation) => citation.standard === name));
  const mechanisms = [...catalogue.mechanisms.values()].filter(({ see }) => see.some((citation) => citation.standard === name));
  const places = requirements.flatMap(({ see }) => see.filter((citation) => citation.standard === name && citation.unverified));
  return [
    [standardName(name, catalogue), publisher, edition && `edition ${edition}`]
      .filter((part) => part !== undefined)
      .map(escapedText)
      .join(', '),
    ...(url === undefined ? [] : [escapedText(url)]),
    ...(source ? ['a source: none of its places asks for anything'] : []),
    ...citedBy('requirement', requirements),
    ...citedBy('mechanism', mechanisms),
    ...(places.length === 0 ? [] : [notChecked(places.length)]),
  ];
}

function notChecked(count: number): string {
  return `${count === 1 ? 'one of these places was' : `${count} of these places were`} not checked against the text`;
}

function citedBy(word: string, list: readonly { readonly name: string }[]): string[] {
  if (list.length === 0) return [];
  return [
    `cited by ${list.length} ${word}${list.length === 1 ? '' : 's'}: ${namesAsCode(
      list.map(({ name }) => name),
      6,
    )}`,
  ];
}

export function profileLines(name: string, catalogue: Catalogue): string[] {
  const profile = catalogue.profiles.get(name);
  if (profile === undefined) return [];
  const all = requirementsOf([name], catalogue);
  const own = profile.includes.length;
  return [
    ...(profile.extends.length === 0 ? [] : [`extends ${namesAsCode(profile.extends)}`]),
    `${all.length} requirement${all.length === 1 ? '' : 's'}${own === all.length ? '' : `, ${own} of them its own`}`,
    ...leftOut([name], catalogue).map((one) =>
      escapedText(`without ${one.requirement}${one.profile === name ? '' : ` (${one.profile})`}: ${one.because}`),
    ),
    ...demandsOf([name], catalogue).map(
      ({ clause, profile: by }) => `every accept needs ${clauseWords[clause]}${by === name ? '' : ` (${by})`}`,
    ),
    ...(own > 0 && own < 12 ? [`its own: ${namesAsCode(profile.includes)}`] : []),
  ];
}

export function harmLines(name: string, catalogue: Catalogue): string[] {
  const threats = [...catalogue.threats.values()].filter(({ leadsTo }) => leadsTo.includes(name));
  const see = catalogue.harms.get(name)?.see ?? [];
  return [
    ...(threats.length === 0 ? [] : [`threats that lead to it: ${namesAsCode(threats.map((threat) => threat.name))}`]),
    ...see.map((citation) => escapedText(citationWords(citation, catalogue))),
  ];
}

export function attackLines(name: string, catalogue: Catalogue): string[] {
  const leadsTo = catalogue.attacks.get(name)?.leadsTo ?? [];
  return leadsTo.map((threat) => {
    const title = catalogue.threats.get(threat)?.title;
    return `leads to ${code(threat)}${title === undefined ? '' : ` ${escapedText(title)}`}`;
  });
}

/** The requirements whose conditions or needs mention a name. */
export function askedBy(catalogue: Catalogue, isMeant: (mentioned: MentionedName) => boolean): string[] {
  const asking = [...catalogue.requirements.values()].filter((requirement) => [...namesIn(requirement)].some(isMeant));
  if (asking.length === 0) return [];
  const list = namesAsCode(
    asking.map(({ name }) => name),
    6,
  );
  return [`${asking.length === 1 ? 'one requirement asks' : `${asking.length} requirements ask`} about it: ${list}`];
}
