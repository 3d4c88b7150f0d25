import type { Verb } from '../verb.js';
import { attacksVerb } from './attacks.js';
import { baselineVerb } from './baseline.js';
import { checkVerb } from './check.js';
import { diffVerb } from './diff.js';
import { compareVerb } from './compare.js';
import { completionsVerb } from './completions.js';
import { exportVerb } from './export.js';
import { explainVerb } from './explain.js';
import { fixVerb } from './fix.js';
import { formatVerb } from './format.js';
import { graphVerb } from './graph.js';
import { lspVerb } from './lsp.js';
import { matrixVerb } from './matrix.js';
import { mergeVerb } from './merge.js';
import { helpVerb } from './help.js';
import { initVerb } from './init.js';
import { listVerb } from './list.js';
import { pathsVerb } from './paths.js';
import { reachVerb } from './reach.js';
import { timelineVerb } from './timeline.js';

/** All verbs, in the order that help tells them. Parsing, help, completions and the manual are made from this list. */
export const verbs: readonly Verb[] = [
  checkVerb,
  fixVerb,
  formatVerb,
  initVerb,
  explainVerb,
  listVerb,
  reachVerb,
  pathsVerb,
  attacksVerb,
  matrixVerb,
  timelineVerb,
  compareVerb,
  exportVerb,
  graphVerb,
  baselineVerb,
  diffVerb,
  mergeVerb,
  lspVerb,
  completionsVerb,
  helpVerb,
];
