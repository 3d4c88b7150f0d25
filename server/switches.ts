import { DefaultConfigurationProvider } from 'langium';
import type { DidChangeConfigurationParams } from 'vscode-languageserver';
import type { MeterServerSharedServices } from './module.js';

/** What can be turned off below `meterlint.`; all are on where nobody says otherwise. */
export type Switch =
  'codeLens.designs' | 'codeLens.elements' | 'codeLens.reach' | 'codeLens.requirements' | 'inlayHints.protection' | 'inlayHints.severity';

const section = 'meterlint';

/** The user's settings as last heard of. Nothing waits for them: what they change is asked for again when they come. */
export class Switches extends DefaultConfigurationProvider {
  private readonly listeners: (() => void)[] = [];
  private readonly services: MeterServerSharedServices;

  constructor(services: MeterServerSharedServices) {
    super(services);
    this.services = services;
  }

  isOn(name: Switch): boolean {
    let value: unknown = this.settings[section];
    for (const part of name.split('.'))
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    return value !== false;
  }

  /** A setting that is a word; undefined where nobody set it. */
  word(name: 'profile' | 'lowestSeverity'): string | undefined {
    const own: unknown = this.settings[section];
    const value = typeof own === 'object' && own !== null ? (own as Record<string, unknown>)[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** A setting that is a table; empty where nobody set it. */
  table(name: 'shownAs'): Readonly<Partial<Record<string, unknown>>> {
    const own: unknown = this.settings[section];
    const value = typeof own === 'object' && own !== null ? (own as Record<string, unknown>)[name] : undefined;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Some clients say only that something changed, and want to be asked. */
  override updateConfiguration(change: DidChangeConfigurationParams): void {
    super.updateConfiguration(change);
    if (this.workspaceConfig && (typeof change.settings !== 'object' || change.settings === null)) void this.fetch();
  }

  private async fetch(): Promise<void> {
    try {
      const configuration: unknown = await this.services.lsp.Connection?.workspace.getConfiguration(section);
      this.updateSectionConfiguration(section, configuration);
      this.onConfigurationSectionUpdateEmitter.fire({ section, configuration });
    } catch (error) {
      this.services.server.log(`The settings could not be read: ${String(error)}`);
    }
  }

  protected override updateSectionConfiguration(name: string, configuration: unknown): void {
    const before = JSON.stringify(this.settings[name]);
    super.updateSectionConfiguration(name, configuration);
    if (JSON.stringify(configuration) !== before) for (const listener of this.listeners) listener();
  }

  protected override toSectionName(): string {
    return section;
  }
}
