import type { Step } from './automaton.js';
import { attributesAsked, attributesHere } from './attributes.js';
import { attackSteps, categories, harms, includable, omittable, profiles, requirements, standards, threats } from './catalogue.js';
import { conditionsAsked } from './named-conditions.js';
import { allControls, controlsHere } from './controls.js';
import { decidable, decidableTargets } from './decisions.js';
import { elementOffers } from './elements.js';
import { allKinds, kindsHere, kindsOfSubject } from './kinds.js';
import { allMechanisms, carriers, layersHere, mechanismsFor, mechanismsHere } from './mechanisms.js';
import { definitionOffer, type CompletionOffer } from './offer.js';
import { linkEnds, openers, partiesHere, spanEnds, stopsHere, viaLinks, zonesHere } from './paths.js';
import type { Situation } from './situation.js';
import { decidableKinds, widerTargets } from './wide-decisions.js';
import { declaredInText } from './swallowed.js';
import { changeable, payable, removable, saidOf } from './variants.js';

type Offering = (situation: Situation) => CompletionOffer[];

const phasesHere: Offering = (situation) => elementOffers(['Phase'], situation);
const dataHere: Offering = (situation) => elementOffers(['Data'], situation);

/** What is offered for a name, by the type and property of the node that would hold it. */
const offerings: Readonly<Record<string, Offering>> = {
  'Zone.kinds': kindsHere,
  'Component.kinds': kindsHere,
  'Data.kinds': kindsHere,
  'Flow.kinds': kindsHere,
  'ZoneKind.parents': kindsHere,
  'ComponentKind.parents': kindsHere,
  'DataClass.parents': kindsHere,
  'Service.parents': kindsHere,
  'Mechanism.parents': kindsHere,
  'ServiceRole.kinds': (situation) => allKinds('ComponentKind', situation.catalogue).filter(({ label }) => !situation.listed.has(label)),

  'Zone.zones': zonesHere,
  'Component.zones': zonesHere,
  'Link.zones': zonesHere,
  'Design.parties': partiesHere,
  'Zone.parties': partiesHere,
  'Component.parties': partiesHere,
  'Link.sources': linkEnds,
  'Link.targets': linkEnds,
  'Link.openers': openers,
  'Link.carries': dataHere,
  'Flow.carries': dataHere,
  'Flow.returns': dataHere,
  'Flow.links': viaLinks,
  'Stop.components': stopsHere,
  'Layer.stack': layersHere,
  'Layer.starts': spanEnds,
  'Layer.ends': spanEnds,

  'Stay.only': phasesHere,
  'Stay.firsts': phasesHere,
  'Stay.lasts': phasesHere,

  'Variant.designs': (situation) => elementOffers(['Design'], situation),
  'Change.subject': changeable,
  'Removal.subjects': removable,
  'Cost.subjects': payable,
  'BodyRemoval.controls': saidOf('controls'),
  'BodyRemoval.mechanisms': saidOf('mechanisms'),
  'BodyRemoval.data': saidOf('data'),
  'BodyRemoval.attributes': saidOf('attributes'),

  'ControlUse.control': controlsHere,
  'ControlUse.mechanisms': mechanismsFor,
  'ControlUse.starts': spanEnds,
  'ControlUse.ends': spanEnds,
  'MechanismUse.mechanisms': mechanismsHere,
  'Stores.data': dataHere,
  'Setting.attribute': attributesHere,
  'Design.profiles': profiles,
  'Decision.requirements': decidable,
  'Target.subject': (situation) => [...decidableTargets(situation), ...widerTargets(situation)],
  'Target.kind': decidableKinds,

  'Control.implies': allControls,
  'Mechanism.provides': allControls,
  'Mechanism.carriers': carriers,
  'Mechanism.homes': profiles,
  'Mechanism.strangers': profiles,
  'Weakness.controls': allControls,
  'Citation.standard': standards,
  'Cite.standard': standards,
  'Cite.requirements': requirements,
  'Threat.harms': harms,
  'AttackMethod.threats': threats,
  'AttackStep.threats': threats,
  'AttackMethod.requirements': requirements,
  'StepSequence.steps': attackSteps,
  'Counting.kind': (situation) => allKinds('ComponentKind', situation.catalogue),
  'Profile.extends': profiles,
  'Profile.includes': includable,
  'Omission.requirements': omittable,
  'Requirement.refines': requirements,
  'Requirement.bundles': requirements,
  'Requirement.mitigates': threats,
  'Requirement.categories': categories,

  'IsCondition.kind': kindsOfSubject,
  'CountsCondition.condition': conditionsAsked,
  'DataCondition.data': (situation) => allKinds('DataClass', situation.catalogue),
  'PathCondition.kind': (situation) => allKinds('ComponentKind', situation.catalogue),
  'InZoneCondition.zone': (situation) => allKinds('ZoneKind', situation.catalogue),
  'OverCondition.mechanism': allMechanisms,
  'OverCondition.outer': allMechanisms,
  'HasCondition.control': allControls,
  'CompareCondition.attribute': attributesAsked,
  'Relation.sameAttribute': attributesAsked,
  'ControlNeed.control': allControls,
  'ControlNeed.across': (situation) => allKinds('ComponentKind', situation.catalogue),
};

/** Every type and property for which names are offered. */
export const namedPlaces = Object.keys(offerings);

/** The sort of definition that a name stands for, by type and property. */
const definitionTypes: Readonly<Record<string, string>> = {
  'Zone.kinds': 'ZoneKind',
  'ZoneKind.parents': 'ZoneKind',
  'Component.kinds': 'ComponentKind',
  'ComponentKind.parents': 'ComponentKind',
  'Data.kinds': 'DataClass',
  'DataClass.parents': 'DataClass',
  'Flow.kinds': 'Service',
  'Service.parents': 'Service',
  'Mechanism.parents': 'Mechanism',
  'Mechanism.carriers': 'Mechanism',
  'Mechanism.homes': 'Profile',
  'Mechanism.strangers': 'Profile',
  'Control.implies': 'Control',
  'Citation.standard': 'Standard',
  'Cite.standard': 'Standard',
  'Cite.requirements': 'Requirement',
  'Threat.harms': 'Harm',
  'AttackMethod.threats': 'Threat',
  'AttackStep.threats': 'Threat',
  'AttackMethod.requirements': 'Requirement',
  'StepSequence.steps': 'AttackStep',
  'Profile.extends': 'Profile',
  'Profile.includes': 'Requirement',
  'Omission.requirements': 'Requirement',
  'Requirement.refines': 'Requirement',
  'Requirement.bundles': 'Requirement',
  'Requirement.mitigates': 'Threat',
  'CountsCondition.condition': 'NamedCondition',
};

/** The names that may stand at the cursor, best first. */
export function namesFor(steps: readonly Step[], situation: Situation): CompletionOffer[] {
  const places = new Set(steps.filter(({ terminal }) => terminal === 'Name').map(({ type, property }) => `${type}.${property ?? ''}`));
  return [...places].flatMap((place) => {
    const offers = offerings[place]?.(situation) ?? [];
    const type = definitionTypes[place];
    return type === undefined ? offers : [...offers, ...hiddenDefinitions(type, offers, situation)];
  });
}

/** Definitions that a half-written statement hides, but for those that speak of the one under the cursor. */
function hiddenDefinitions(type: string, offers: readonly CompletionOffer[], situation: Situation): CompletionOffer[] {
  const { snapshot, owner, listed } = situation;
  const known = snapshot.definitionsOf(type);
  const own = owner?.name;
  return declaredInText(situation)
    .filter((one) => one.type === type && one.name !== own && !listed.has(one.name) && !known.has(one.name))
    .filter(({ name, tokens }) => offers.every(({ label }) => label !== name) && tokens.every(({ image }) => image !== own))
    .map(({ name }) => definitionOffer(type, { name, title: undefined }));
}
