import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject, type Module } from 'langium';
import { MeterGeneratedModule, MeterGeneratedSharedModule } from '../language/generated/module.js';
import { MeterCoreModule, MeterSharedModule, type MeterCoreServices, type MeterSharedServices } from '../language/module.js';

/** All services of the language: those that the files have in common, and those of the language itself. */
export interface Container<S extends MeterSharedServices = MeterSharedServices, L extends MeterCoreServices = MeterCoreServices> {
  readonly shared: S;
  readonly meter: L;
}

/** Langium's own services, and what overrides them behind the language's. An editor brings more of both. */
export interface ContainerParts {
  readonly shared: readonly [langium: object, ...more: readonly object[]];
  readonly language: (shared: MeterSharedServices) => readonly [langium: object, ...more: readonly object[]];
}

const core: ContainerParts = {
  shared: [createDefaultSharedCoreModule(EmptyFileSystem)],
  language: (shared) => [createDefaultCoreModule({ shared })],
};

/** The one place where services of the language are put together. Nothing of them is loaded yet. */
export function createContainer<S extends MeterSharedServices, L extends MeterCoreServices>(parts: ContainerParts = core): Container<S, L> {
  const [langium, ...more] = parts.shared;
  const shared = injected(langium, MeterGeneratedSharedModule, MeterSharedModule, ...more) as S;
  const [langiumLanguage, ...moreLanguage] = parts.language(shared);
  const meter = injected(langiumLanguage, MeterGeneratedModule, MeterCoreModule, ...moreLanguage) as L;
  shared.ServiceRegistry.register(meter);
  return { shared, meter };
}

/** Langium's types want each module to know the services of all others. */
function injected(...modules: readonly object[]): object {
  const [first, second, third, fourth] = modules as Module<object, object>[];
  return inject(first!, second, third, fourth);
}
