import type { Component, Value, Zone } from '../language/model/index.js';
import { knownNames, ownParty, runnerNamed, writtenValue, type Subject } from '../language/semantics/index.js';
import type { Facts } from './facts.js';
import { whether, type Kleene } from './kleene.js';

/** Whether something belongs to the party whose design it is; unknown where nothing says who runs it. */
export function ours(facts: Facts, subject: Subject): Kleene {
  if (subject.sort !== 'component' && subject.sort !== 'zone') return 0;
  const { runBy: party } = facts.design;
  const runner = runnerOf(facts, subject);
  if (party !== undefined && (subject.name === party || runner?.name === party)) return 2;
  return byWord(facts, runner ?? subject);
}

/** The component that runs it, by its own word or the innermost zone that names one; what runs itself is left to its own words. */
function runnerOf(facts: Facts, subject: Component | Zone): Component | undefined {
  const name = runnerNamed(subject, facts);
  return name === undefined || name === subject.name ? undefined : facts.component(name);
}

function byWord(facts: Facts, one: Component | Zone): Kleene {
  const owner = facts.design.runBy === undefined ? undefined : facts.component(facts.design.runBy);
  const party = (owner && wordIn(writtenValue(owner, knownNames.party, facts)?.value)) ?? ownParty;
  const word = wordIn(writtenValue(one, knownNames.party, facts)?.value);
  if (party !== ownParty) {
    const said = [one, ...facts.zonesAround(one.zone)].flatMap(({ settings }) =>
      settings.filter(({ attribute }) => attribute === knownNames.party),
    );
    const stated = wordIn(said[0]?.value);
    // One partner among several: which of them, the word does not say.
    if (stated !== undefined) return stated === party ? 1 : 0;
  }
  // A kind says of the utility what whoever draws such a thing runs.
  return word === undefined ? 1 : whether(word === ownParty);
}

function wordIn(value: Value | undefined): string | undefined {
  return value?.kind === 'word' ? value.word : undefined;
}
