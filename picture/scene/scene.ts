import type { Severity } from '../../language/model/index.js';
import type { State } from '../../review/index.js';
import type { IconName } from '../icons/icon-name.js';

/** What protects a step, from the best down: what the way's own ends agreed, each hop by itself, something too weak, nothing. */
export const protections = ['end to end', 'hop only', 'weak', 'none'] as const;
export type Protection = (typeof protections)[number];

/** How many findings of a severity; beside them what is only planned and what cannot be judged. */
export interface Badge {
  readonly what: Severity | 'planned' | 'unknown';
  /** 1 or more. */
  readonly count: number;
}

/** A few words on a box besides its name and kind, with what says the same by shape. */
export interface Mark {
  readonly sort: 'outside' | 'reads' | 'passes' | 'state' | 'number';
  readonly words: string;
  /** Of `state`: the state that is shown. */
  readonly state?: State;
}

/** A box: a zone with what is in it, a component, a group of several that are drawn as one, or what a line carries on it. */
export interface SceneNode {
  /** `PLACE:NAME` of the element that it stands for; the same as long as the element keeps its name. */
  readonly id: string;
  readonly sort: 'zone' | 'component' | 'group' | 'link' | 'flow';
  /** The zone's node around it. */
  readonly parent: string | undefined;
  readonly title: string;
  /** The titles of its kinds; of a link its media, from the lowest layer up. */
  readonly kind: string;
  readonly icon: IconName | undefined;
  readonly marks: readonly Mark[];
  readonly badges: readonly Badge[];
  /** Run by somebody else than the party whose design it is. */
  readonly outside: boolean;
  /** Has nothing to do with what was chosen to be shown. */
  readonly aside: boolean;
  /** Where it belongs on the way from the field, 0, to other organisations. */
  readonly depth: number;
  /** The names of the elements that it stands for: itself, or all that is counted in it. */
  readonly elements: readonly string[];
  /** How it is opened or closed, in pictures in which one can. */
  readonly fold?: SceneFold | undefined;
}

export interface SceneFold {
  readonly isOpen: boolean;
  /** What is opened or closed. */
  readonly names: readonly string[];
}

/** A line between two boxes, in the direction that it is laid out. */
export interface SceneEdge {
  /** `NODE/NODE` of what it joins. */
  readonly id: string;
  readonly sort: 'link' | 'flow';
  readonly from: string;
  readonly to: string;
  /** At which of its ends it has a head. */
  readonly heads: readonly ('from' | 'to')[];
  readonly protection: Protection;
  readonly aside: boolean;
}

/** An element without a box of its own: a line of words below the drawing. */
export interface SceneRow {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly badges: readonly Badge[];
  readonly aside: boolean;
  readonly elements: readonly string[];
}

export interface ScenePanel {
  readonly id: 'flows' | 'data' | 'left-out' | 'services';
  readonly title: string;
  readonly rows: readonly SceneRow[];
}

/** What a picture shows, before anything has a place. Plain data; everything is in the order of its declaration. */
export interface Scene {
  readonly title: string;
  /** What was reviewed and what is shown, in a sentence or two. */
  readonly description: string;
  /** Whether findings are marked. */
  readonly marked: boolean;
  /** Of the design itself. */
  readonly badges: readonly Badge[];
  readonly marks: readonly Mark[];
  /** Zones before what is in them. */
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly panels: readonly ScenePanel[];
  /** The control that lines speak of, as one reads it: `encryption`; none where lines only say what follows what. */
  readonly control: string | undefined;
}
