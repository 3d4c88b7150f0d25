import { servicesScene, svgOf } from '../picture/index.js';
import type { Catalogue } from '../language/model/index.js';
import { rolesInService, wayOfRoles } from '../language/semantics/index.js';
import { pageLine, type Page } from '../report/page.js';
import { pageHtml } from '../report/page-html.js';
import type { Place } from './place-aside.js';
import { pageAddress } from './pages.js';
import type { ShownPage } from './protocol/pages.js';

const heading = 'General model of metering services';

/** The page of the general model: the services as a list that leads to their pages, and all of them as one picture, drawn by whoever asks. */
export function servicesPage(catalogue: Catalogue): (place: Place) => Promise<ShownPage> {
  const scene = servicesScene(catalogue);
  const page: Page = {
    heading,
    intro: ['Who takes part in what, from who begins to where it ends. What only passes it on in between is left out.'],
    sections: [
      {
        title: 'Services',
        lines: [...catalogue.services.values()].map(({ name, title }) => {
          const roles = rolesInService(name, catalogue);
          const way = roles.length === 0 ? '' : `: ${wayOfRoles(roles)}`;
          return pageLine({ text: title ?? name, page: `services/${name}` }, way);
        }),
      },
    ],
  };
  const words = pageHtml(page, pageAddress);
  return async (place) => {
    const svg = svgOf(await place(scene));
    const picture = `<div class="picture" tabindex="0" role="region" aria-label="Picture. The same is said in words below.">${svg}</div>`;
    return { title: heading, body: words.replace('<section>', () => `${picture}\n<section>`) };
  };
}
