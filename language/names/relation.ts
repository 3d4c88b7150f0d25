import type { RelationName } from '../model/condition.js';
import type { HerePlaceName } from '../model/need.js';

// Langium joins the words of a data type rule without the space between them.
const joined: Readonly<Record<string, string>> = {
  incomingflow: 'incoming flow',
  outgoingflow: 'outgoing flow',
  firsthop: 'first hop',
  lasthop: 'last hop',
  bothends: 'both ends',
};

export function relationName(parsed: string): RelationName {
  return (joined[parsed] ?? parsed) as RelationName;
}

export function hereName(parsed: string): HerePlaceName {
  return (joined[parsed] ?? parsed) as HerePlaceName;
}
