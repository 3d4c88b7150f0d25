import { operandWords } from '../../../language/semantics/index.js';
import type { Architecture, Element, Setting, Value } from '../../../language/model/index.js';
import { withElement } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';
import { everyElement } from './swaps.js';

/** What of an attribute is worse than what: words from the best down, or the direction in which a number gets worse. */
const worse: Readonly<Record<string, readonly string[] | 'more' | 'less'>> = {
  'key-scope': ['per-device', 'per-group', 'fleet', 'default'],
  upgradable: ['true', 'false'],
  legacy: ['false', 'true'],
  count: 'more',
  'customers-per-action': 'more',
  'switchable-load': 'more',
  'credential-lifetime': 'more',
  retention: 'more',
  buffer: 'less',
  'log-retention': 'less',
  'aggregation-group': 'less',
  granularity: 'less',
};

const factor = 50;

/** Each stated fact replaced by a worse one. */
export function worseFacts(design: Architecture): Mutation[] {
  return everyElement(design).flatMap((element) =>
    element.settings.flatMap(({ attribute, value }) =>
      worseValues(attribute, value).map((next) =>
        settingTo(element, attribute, next, `${operandWords(next)} instead of ${operandWords(value)}`),
      ),
    ),
  );
}

/** Good facts that are stated left unsaid. */
export function goodFactsUnsaid(design: Architecture): Mutation[] {
  return everyElement(design).flatMap((element) =>
    element.settings
      .filter(({ attribute, value }) => {
        const order = worse[attribute];
        return Array.isArray(order) && value.kind === 'word' && order[0] === value.word;
      })
      .map(({ attribute }) => settingTo(element, attribute, undefined, 'unsaid')),
  );
}

export function settingTo(element: Element, attribute: string, value: Value | undefined, what: string): Mutation {
  return {
    what: `${element.name}: ${attribute} ${what}`,
    apply: (one) => {
      const own = everyElement(one).find(({ name }) => name === element.name);
      if (own === undefined) return undefined;
      const others = own.settings.filter((setting) => setting.attribute !== attribute);
      if (others.length === own.settings.length && value === undefined) return undefined;
      const setting: Setting[] = value === undefined ? [] : [{ attribute, value }];
      return withElement(one, { ...own, settings: [...others, ...setting] });
    },
    swap: { owner: element.name, gone: attribute, come: undefined },
  };
}

function worseValues(attribute: string, value: Value): Value[] {
  const order = worse[attribute];
  if (order === undefined) return [];
  if (order === 'more' || order === 'less') {
    const scaled = (number: number) => (order === 'more' ? number * factor : Math.max(1, Math.floor(number / factor)));
    if (value.kind === 'integer') return [{ kind: 'integer', number: scaled(value.number) }];
    if (value.kind !== 'duration') return [];
    const seconds = scaled(value.seconds);
    return [{ kind: 'duration', seconds, written: `${seconds} seconds` }];
  }
  const at = value.kind === 'word' ? order.indexOf(value.word) : -1;
  return at < 0 ? [] : order.slice(at + 1).map((word) => ({ kind: 'word', word }));
}
