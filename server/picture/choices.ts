import type { Architecture, Control } from '../../language/model/index.js';
import { knownNames } from '../../language/semantics/index.js';
import { isOpen, type Assessment } from '../../review/index.js';
import { ranksSoFar, worstFirst } from '../../summary/worst-first.js';
import type { PictureChoice, PictureChoices } from '../protocol.js';

/** What of a design may be chosen to be shown. */
export function choicesOf(architecture: Architecture, assessment: Assessment): PictureChoices {
  const { controls } = architecture.catalogue;
  return {
    protection: [...controls.values()].filter(protectsWhatPasses).sort(usualFirst).map(choice),
    show: requirements(assessment),
    readers: [...architecture.data.values()].map(choice),
  };
}

function protectsWhatPasses({ sorts, protects }: Control): boolean {
  return protects !== 'act' && sorts.some((sort) => sort === 'link' || sort === 'flow');
}

function usualFirst(one: Control, other: Control): number {
  return Number(other.name === knownNames.encryption) - Number(one.name === knownNames.encryption);
}

function choice({ name, title }: { readonly name: string; readonly title: string | undefined }): PictureChoice {
  return { id: name, label: title ?? name };
}

/** Once each, in the one order of findings; what is closed everywhere comes after them. */
function requirements(assessment: Assessment): PictureChoice[] {
  const open = new Map<string, number>();
  for (const { finding } of worstFirst([assessment], ranksSoFar)) {
    if (isOpen(finding.state)) open.set(finding.requirement, (open.get(finding.requirement) ?? 0) + 1);
  }
  const asked = new Set(assessment.results.flatMap(({ requirement, state }) => (state === 'not applicable' ? [] : [requirement])));
  return [...new Set([...open.keys(), ...asked])].map((name) => {
    const title = assessment.architecture.catalogue.requirements.get(name)?.title ?? name;
    const count = open.get(name);
    return { id: name, label: count === undefined ? title : `${title} (${count} open)` };
  });
}
