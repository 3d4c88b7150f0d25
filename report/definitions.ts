import type { Catalogue, Definition } from '../language/model/index.js';
import { attackPage, attributePage, harmPage, kindPage, profilePage, standardPage } from './kind-pages.js';
import type { Page } from './page.js';
import { conditionPage, controlPage, mechanismPage, requirementPage, threatPage } from './pages.js';
import { servicesAtWork } from './services-at-work.js';
import { stepPage } from './step-page.js';

/** A sort of definition: what stands behind `define`, where its pages are, and who makes one. */
export interface DefinitionSort {
  /** As `define` writes it. */
  readonly word: string;
  /** As lists call it. */
  readonly plural: string;
  /** What such a thing is, in a few words. */
  readonly told: string;
  /** Of its pages in the handbook, with its slash; requirements stand at the top. */
  readonly folder: string;
  /** What the list of all of them begins with, in Markdown. */
  readonly overview?: (catalogue: Catalogue) => string;
  readonly all: (catalogue: Catalogue) => readonly Definition[];
  /** Undefined where the sort has nothing of that name. */
  readonly page: (name: string, catalogue: Catalogue) => Page | undefined;
}

/** Every word that `define` takes, in the order in which a name is looked up: what findings speak of first. */
export const definitionSorts: readonly DefinitionSort[] = [
  sortOf('requirement', 'requirements', 'what a review asks for', '', 'requirements', requirementPage),
  sortOf(
    'mechanism',
    'mechanisms',
    'protocols, modes, products and procedures that bring controls about',
    'mechanisms/',
    'mechanisms',
    mechanismPage,
  ),
  sortOf('control', 'controls', 'what is achieved for security, not how', 'controls/', 'controls', controlPage),
  sortOf('threat', 'threats', 'what must not happen', 'threats/', 'threats', threatPage),
  sortOf('attack', 'attacks', 'how threats come about', 'attacks/', 'attacks', attackPage),
  sortOf('step', 'steps', 'what attacks are put together from: who has what, and what it gives', 'steps/', 'steps', stepPage),
  sortOf('harm', 'harms', 'consequences for people or the grid', 'harms/', 'harms', harmPage),
  sortOf('component', 'components', 'kinds of components', 'components/', 'componentKinds', (one, catalogue) =>
    kindPage(one, catalogue, 'components/'),
  ),
  sortOf('zone', 'zones', 'kinds of trust zones', 'zones/', 'zoneKinds', (one, catalogue) => kindPage(one, catalogue, 'zones/')),
  sortOf('data', 'data', 'classes of data', 'data/', 'dataClasses', (one, catalogue) => kindPage(one, catalogue, 'data/')),
  {
    ...sortOf('service', 'services', 'what flows are for, and who takes part', 'services/', 'services', (one, catalogue) =>
      kindPage(one, catalogue, 'services/'),
    ),
    overview: servicesAtWork,
  },
  sortOf('attribute', 'attributes', 'facts that elements state', 'attributes/', 'attributes', attributePage),
  sortOf('condition', 'conditions', 'what is asked in many places, by a name', 'conditions/', 'conditions', conditionPage),
  sortOf(
    'standard',
    'standards',
    'standards, laws and other documents, with what names their places',
    'standards/',
    'standards',
    standardPage,
  ),
  sortOf('profile', 'profiles', 'sets of requirements to review a design against', 'profiles/', 'profiles', profilePage),
];

type DefinedIn<K extends keyof Catalogue> = Catalogue[K] extends ReadonlyMap<string, infer D> ? D : never;

function sortOf<K extends keyof Catalogue>(
  word: string,
  plural: string,
  told: string,
  folder: string,
  key: K,
  make: (one: DefinedIn<K>, catalogue: Catalogue) => Page,
): DefinitionSort {
  const tableOf = (catalogue: Catalogue) => catalogue[key] as unknown as ReadonlyMap<string, DefinedIn<K> & Definition>;
  return {
    word,
    plural,
    told,
    folder,
    all: (catalogue) => [...tableOf(catalogue).values()],
    page: (name, catalogue) => {
      const one = tableOf(catalogue).get(name);
      return one === undefined ? undefined : make(one, catalogue);
    },
  };
}

/** The page of whatever has a name: of several sorts, each has its own. */
export function pagesOf(name: string, catalogue: Catalogue): Page[] {
  return definitionSorts.flatMap(({ page }) => page(name, catalogue) ?? []);
}

/** The page of what a name stands for first. */
export function pageOf(name: string, catalogue: Catalogue): Page | undefined {
  return pagesOf(name, catalogue)[0];
}
