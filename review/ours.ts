import type { Component, Value, Zone } from '../language/model/index.js';
import type { Facts, Subject } from './facts.js';
import { whether, type Kleene } from './kleene.js';
import { writtenValue } from './values.js';

/** Whether something belongs to the party whose design it is; unknown where nothing says who runs it. */
export function ours(facts: Facts, subject: Subject): Kleene {
  if (subject.place !== 'component' && subject.place !== 'zone') return 0;
  const { runBy: party } = facts.design;
  const runner = runnerOf(facts, subject);
  if (party !== undefined && (subject.name === party || runner?.name === party)) return 2;
  return byWord(facts, runner ?? subject);
}

/** The component that runs it, by its own word or the innermost zone that names one; what runs itself is left to its own words. */
function runnerOf(facts: Facts, subject: Component | Zone): Component | undefined {
  const name = subject.runBy ?? facts.zonesAround(subject.zone).find(({ runBy }) => runBy !== undefined)?.runBy;
  return name === undefined || name === subject.name ? undefined : facts.component(name);
}

function byWord(facts: Facts, one: Component | Zone): Kleene {
  const owner = facts.design.runBy === undefined ? undefined : facts.component(facts.design.runBy);
  const party = (owner && wordIn(writtenValue(facts, owner, 'party')?.value)) ?? 'utility';
  const word = wordIn(writtenValue(facts, one, 'party')?.value);
  if (party !== 'utility') {
    const said = [one, ...facts.zonesAround(one.zone)].flatMap(({ settings }) => settings.filter(({ attribute }) => attribute === 'party'));
    const stated = wordIn(said[0]?.value);
    // One partner among several: which of them, the word does not say.
    if (stated !== undefined) return stated === party ? 1 : 0;
  }
  // A kind says of the utility what whoever draws such a thing runs.
  return word === undefined ? 1 : whether(word === 'utility');
}

function wordIn(value: Value | undefined): string | undefined {
  return value?.kind === 'word' ? value.word : undefined;
}
