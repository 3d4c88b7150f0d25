import type { Architecture, Flow, Kind, Setting } from '../model/index.js';
import { lastStop, lookupIn, partsIn, valueOf } from '../semantics/index.js';
import type { SourceMap } from '../source/index.js';
import { replacement, type Context, type Mistake, type Repair } from './mistake.js';

/** Flows of a service to a component that states it cannot do it. */
export function* capabilities({ uri, generations, sources }: Context): Iterable<Mistake> {
  for (const design of generations) {
    for (const flow of partsIn(design.flows, uri)) yield* absent(flow, design, sources);
  }
}

function* absent(flow: Flow, design: Architecture, sources: SourceMap): Iterable<Mistake> {
  const lookup = lookupIn(design);
  for (const name of lookup.kinds(flow).keys()) {
    const service: Kind | undefined = design.catalogue.services.get(name);
    for (const { attribute, value: excluded } of service?.excludes ?? []) {
      for (const stop of lastStop(flow)) {
        const component = design.components.get(stop);
        const value = component === undefined ? undefined : valueOf(component, attribute, lookup);
        if (value?.kind !== 'word' || excluded.kind !== 'word' || value.word !== excluded.word) continue;
        const said = component!.settings.find((setting) => setting.attribute === attribute);
        yield {
          code: 'absent-capability',
          severity: 'warning',
          what: ['cannot', flow.name, service!.title?.toLowerCase() ?? name, stop, attribute, value.word],
          range: sources.rangeOf(flow),
          related: { range: sources.rangeOf(said ?? component!), is: ['value', attribute, value.word] },
          repairs: said === undefined ? [] : otherwise(said, value.word, stop, design, sources),
        };
      }
    }
  }
}

/** The other words that the attribute takes: which of them is true, only the author knows. */
function otherwise(said: Setting, word: string, component: string, { catalogue }: Architecture, sources: SourceMap): Repair[] {
  const { attribute } = said;
  const range = sources.rangeOf(said);
  const type = catalogue.attributes.get(attribute)?.type;
  const words = type?.kind === 'words' ? type.words.filter((one) => one !== word) : [];
  return words.map((one) => replacement(range, `${attribute} = ${one}`, ['state', component, attribute, one], false));
}
