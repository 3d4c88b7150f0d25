import type { Check } from './mistake.js';
import { catalogueMistakes } from './catalogue.js';
import { clauses } from './clauses.js';
import { chains } from './chains.js';
import { cycles } from './cycles.js';
import { dates } from './dates.js';
import { decisionPlaces } from './decision-places.js';
import { decisions, insides } from './decisions.js';
import { everydayNames } from './everyday-names.js';
import { exclusive } from './exclusive.js';
import { duplicates } from './duplicates.js';
import { brokenHops } from './hops.js';
import { imports } from './imports.js';
import { layers } from './layers.js';
import { contradictions } from './contradictions.js';
import { capabilities } from './capabilities.js';
import { phases } from './phases.js';
import { omissions } from './omissions.js';
import { reach } from './reach.js';
import { doubledRequirements } from './requirements/doubled.js';
import { namedConditions } from './requirements/named.js';
import { ruleMistakes } from './requirements/rules.js';
import { serviceRoles } from './service-roles.js';
import { settings } from './settings.js';
import { unread } from './unread.js';
import { uses } from './uses.js';
import { variants } from './variants.js';

/** Every check of a file, in the order in which their mistakes are told. */
export const checks: readonly Check[] = [
  imports,
  duplicates,
  everydayNames,
  clauses,
  dates,
  phases,
  settings,
  serviceRoles,
  uses,
  cycles,
  chains,
  contradictions,
  brokenHops,
  layers,
  exclusive,
  capabilities,
  reach,
  variants,
  decisions,
  insides,
  decisionPlaces,
  omissions,
  catalogueMistakes,
  ruleMistakes,
  namedConditions,
  doubledRequirements,
  unread,
];
