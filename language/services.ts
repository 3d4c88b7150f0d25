import { createDefaultCoreModule, createDefaultSharedCoreModule, inject, type DefaultSharedCoreModuleContext } from 'langium';
import { MeterGeneratedModule, MeterGeneratedSharedModule } from './generated/module.js';
import { MeterCoreModule, MeterSharedModule, type MeterCoreServices, type MeterSharedServices } from './module.js';

/** All services of the language without an editor. */
export function createMeterServices(context: DefaultSharedCoreModuleContext): { shared: MeterSharedServices; meter: MeterCoreServices } {
  const shared = inject(createDefaultSharedCoreModule(context), MeterGeneratedSharedModule, MeterSharedModule) as MeterSharedServices;
  const meter = inject(createDefaultCoreModule({ shared }), MeterGeneratedModule, MeterCoreModule) as MeterCoreServices;
  shared.ServiceRegistry.register(meter);
  return { shared, meter };
}
