import { rolesInService } from '../language/semantics/index.js';
import type { Catalogue } from '../language/model/index.js';
import { escapeMarkdown } from './page.js';

/** Where the picture of all of them stands, beside their pages. */
export const servicesPicture = 'general-model.svg';

/** The general model of metering services: who takes part in each, in the order of the way. */
export function servicesAtWork(catalogue: Catalogue): string {
  const rows = [...catalogue.services.values()].flatMap(({ name, title }) => {
    const roles = rolesInService(name, catalogue);
    if (roles.length === 0) return [];
    const kinds = roles.map((role) => {
      const [first, ...more] = role.kinds.map(
        (kind) => `[${escapeMarkdown(catalogue.componentKinds.get(kind)?.title ?? kind)}](../components/${kind}.md)`,
      );
      return `${escapeMarkdown(role.title ?? role.name)}: ${first ?? 'anybody'}${more.length === 0 ? '' : ` or ${more.length} more`}`;
    });
    return [`| [${escapeMarkdown(title ?? name)}](${name}.md) | ${kinds.join(' → ')} |`];
  });
  const intro =
    'Who takes part in what, from who begins to where it ends. What only passes it on in between is left out. The page of each names every kind that takes a role.';
  const picture = `![Which roles act in which services, and which kinds take them: the table below as a picture](${servicesPicture})`;
  return `${intro}\n\n${picture}\n\n| service | who takes part |\n| --- | --- |\n${rows.join('\n')}\n\n## All services\n\n`;
}
