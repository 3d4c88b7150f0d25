import type { Catalogue } from '../language/model/index.js';
import { standardName, type ClosedBy, type Finding, type Fix, type FixFacts, type StatedFact } from '../review/index.js';
import { oneLine } from './clean.js';
import { controlWords } from './words.js';

/** What somebody reads who chooses a fix: `Add encryption with DLMS/COSEM suite 1 (IEC 62056-5-3)`. */
export function fixTitle(fix: Fix, catalogue: Catalogue): string {
  const scope = fix.bringsIntoScope;
  return `${deed(fix, catalogue)}${scope.length === 0 ? '' : `; it brings ${scope.join(', ')} into scope`}`;
}

/** The same in columns, for a list in which many answers stand below each other. */
export interface FixColumns {
  /** What it does, where several do the same: `Add encryption to plc`. Empty where the label says it. */
  readonly heading: string;
  /** What is chosen: the mechanism; else all of the title. */
  readonly label: string;
  /** The documents that define the mechanism. */
  readonly standard: string;
  /** What else follows. */
  readonly consequence: string;
}

export function fixColumns(fix: Fix, { element }: Finding, catalogue: Catalogue): FixColumns {
  const scope = fix.bringsIntoScope;
  const consequence = scope.length === 0 ? '' : `then asks for ${scope.join(', ')}`;
  if (fix.kind !== 'mechanism') return { heading: '', label: deed(fix, catalogue), standard: '', consequence };
  const { title, see = [] } = catalogue.mechanisms.get(fix.mechanism) ?? {};
  const standards = new Set(see.map(({ standard }) => standardName(standard, catalogue)));
  return {
    heading: `Add ${controlWords(fix.control)} to ${fix.on ?? element}`,
    label: oneLine(title ?? fix.mechanism),
    standard: [...standards].join(', '),
    consequence,
  };
}

const mostNamed = 3;

function deed(facts: FixFacts, catalogue: Catalogue): string {
  switch (facts.kind) {
    case 'mechanism': {
      const where = facts.on === undefined ? '' : ` to ${facts.on}`;
      return `Add ${controlWords(facts.control)}${where} with ${citedMechanism(facts.mechanism, catalogue)}`;
    }
    case 'plan': {
      const alone = facts.isAlone ? ': no mechanism of the catalogue fits there' : '';
      return `Plan ${controlWords(facts.control)} on ${facts.on} for ${facts.day}${alone}`;
    }
    case 'condition':
      return `State that ${factStated(facts.states, catalogue)}`;
    case 'all': {
      const { controls, count, questions } = facts;
      // The finding lists them; a title that lists many widens the whole menu.
      const named = controls.length > mostNamed ? '' : `: ${controls.map(controlWords).join(', ')}`;
      const open = questions === 0 ? '' : `; ${questions} more ${questions === 1 ? 'is a question' : 'are questions'} to people`;
      return `Add ${questions === 0 ? 'all ' : ''}${count} missing controls${named}${open}`;
    }
    case 'accept': {
      const left = facts.asksOwner ? 'reason and owner' : 'the reason';
      return `Accept the risk ${facts.requirement} on ${facts.on} until ${facts.until}, with ${left} left to fill`;
    }
    case 'exclude':
      return `Exclude ${facts.requirement} on ${facts.on}, with the reason left to fill`;
  }
}

/** What closes a gap: the name of a mechanism, or what would be stated. */
export function closedByWords(by: ClosedBy, catalogue: Catalogue): string {
  return typeof by === 'string' ? by : factStated(by, catalogue);
}

function factStated(fact: StatedFact, catalogue: Catalogue): string {
  switch (fact.about) {
    case 'value':
      return `${fact.elements.join(', ')} ${fact.elements.length === 1 ? 'has' : 'have'} ${fact.attribute} = ${fact.value}`;
    case 'zone':
      return `${fact.element} stands in ${fact.zone}`;
    case 'initiator':
      return `${fact.link} is opened by ${fact.component}`;
    case 'layer':
      return `${fact.element} runs over ${catalogue.mechanisms.get(fact.mechanism)?.title ?? fact.mechanism}`;
  }
}

/** A mechanism as people call it, with the document that it is from, where its title does not name it. */
function citedMechanism(name: string, catalogue: Catalogue): string {
  const { title, see = [] } = catalogue.mechanisms.get(name) ?? {};
  const [first] = see;
  const standard = first === undefined ? undefined : standardName(first.standard, catalogue);
  return `${title ?? name}${standard === undefined || title?.includes(standard) === true ? '' : ` (${standard})`}`;
}
