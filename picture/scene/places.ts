import type { SceneNode } from './scene.js';

/** Where elements are drawn. */
export interface Places {
  /** The node in which a component stands; undefined where a filter leaves it out. */
  readonly component: (name: string) => SceneNode | undefined;
  /** The open zone's node of a zone that is drawn open. */
  readonly openZone: (name: string) => SceneNode | undefined;
  /** The innermost node around all of some nodes; undefined where that is the design. */
  readonly around: (nodes: readonly SceneNode[]) => string | undefined;
  /** Whether a node is that one or within it. */
  readonly isWithin: (node: string | undefined, outer: string) => boolean;
}
