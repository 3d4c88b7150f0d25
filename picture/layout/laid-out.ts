import type { Badge, Mark, Scene, SceneEdge, SceneNode } from '../scene/scene.js';
import type { IconName } from '../icons/icon-name.js';
import type { Protection } from '../scene/scene.js';

/** In pixels of the picture, from its left upper corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/** How a text is set: what it is, not how it looks. */
export type TextStyle = 'heading' | 'title' | 'zone' | 'kind' | 'mark' | 'link' | 'flow' | 'number' | 'row';

/** Something small at a place. A text stands on its base line; all else hangs from its left upper corner. */
export type PlacedMark =
  | (Point & { readonly sort: 'text'; readonly text: string; readonly style: TextStyle; readonly width: number })
  | (Point & { readonly sort: 'badge'; readonly badge: Badge; readonly width: number })
  | (Point & { readonly sort: 'sign'; readonly mark: Mark })
  | (Point & { readonly sort: 'icon'; readonly icon: IconName })
  | (Point & { readonly sort: 'fold'; readonly id: string; readonly isOpen: boolean })
  | (Point & { readonly sort: 'line'; readonly protection: Protection; readonly width: number });

export interface LaidOutNode extends Rectangle {
  readonly node: SceneNode;
  readonly content: readonly PlacedMark[];
}

export interface LaidOutEdge {
  readonly edge: SceneEdge;
  /** Two or more; neighbours differ in one coordinate only. */
  readonly points: readonly Point[];
}

/** Words below the drawing that belong together. */
export interface LaidOutRow extends Rectangle {
  readonly id: string;
  readonly elements: readonly string[];
  readonly aside: boolean;
  /** All that it says, as it is read out; of a heading nothing more than stands there. */
  readonly spoken: string;
  readonly content: readonly PlacedMark[];
}

/** A scene in which everything has its place. */
export interface LaidOut {
  readonly scene: Scene;
  readonly width: number;
  readonly height: number;
  readonly heading: readonly PlacedMark[];
  /** Zones before what is in them. */
  readonly nodes: readonly LaidOutNode[];
  readonly edges: readonly LaidOutEdge[];
  readonly rows: readonly LaidOutRow[];
  /** Where it keeps the places of a former picture: how often lines crossed in the last one that kept none. */
  readonly former?: number;
}
