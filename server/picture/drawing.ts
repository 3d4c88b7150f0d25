import { layOut, sceneOf, svgOf, type LaidOut, type Scene } from '../../picture/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { Picture, PictureAnswer, PictureParams } from '../protocol.js';
import { choicesOf } from './choices.js';
import { drawnPlaces } from './places.js';

/** A picture before anything has a place, with all that is said beside it: plain data, so that the workspace may change meanwhile. */
interface Sketch extends Omit<Picture, 'svg'> {
  readonly scene: Scene;
}

/** Draws one picture at a time, and of those that wait only the one that was asked for last. */
export class Drawing {
  private newest = 0;
  private before: Promise<unknown> = Promise.resolve();
  private last: { readonly scene: string; readonly laidOut: Promise<LaidOut> } | undefined;

  /**
   * @param read answers from a workspace that does not change meanwhile
   * @param place gives a scene its places: what takes long
   */
  constructor(
    private readonly read: <T>(answer: (snapshot: Snapshot) => T) => Promise<T>,
    private readonly place: (scene: Scene) => Promise<LaidOut> = layOut,
  ) {}

  draw(params: PictureParams): Promise<PictureAnswer> {
    const number = ++this.newest;
    const turn = this.before.then(() => this.drawn(params, () => number !== this.newest));
    // One that fails says so to whoever asked; the next one is drawn all the same.
    this.before = turn.catch(() => undefined);
    return turn;
  }

  private async drawn(params: PictureParams, isOvertaken: () => boolean): Promise<PictureAnswer> {
    if (isOvertaken()) return { kind: 'overtaken' };
    const sketch = await this.read((snapshot) => sketchOf(params, snapshot));
    if (sketch === undefined) return { kind: 'no design' };
    if (isOvertaken()) return { kind: 'overtaken' };
    const { scene, ...told } = sketch;
    return { kind: 'picture', ...told, svg: svgOf(await this.placed(scene), params.theme) };
  }

  /** What shows the same as before has its place already, also in other colours. */
  private placed(scene: Scene): Promise<LaidOut> {
    const key = JSON.stringify(scene);
    if (this.last?.scene !== key) this.last = { scene: key, laidOut: this.place(scene) };
    const { laidOut } = this.last;
    laidOut.catch(() => {
      this.last = undefined;
    });
    return laidOut;
  }
}

function sketchOf({ uri, flows, protection, show, readers, folds, signs }: PictureParams, snapshot: Snapshot): Sketch | undefined {
  const architecture = snapshot.designsOf(uri)[0];
  if (architecture === undefined) return undefined;
  const assessment = snapshot.assessmentOf(architecture);
  const scene = sceneOf(architecture, assessment, { flows: flows ? 'all' : undefined, control: protection, show, readers, folds, signs });
  return {
    scene,
    uri: architecture.files[0]!,
    files: architecture.files,
    title: scene.title,
    elements: drawnPlaces(scene, architecture, snapshot),
    folds: Object.fromEntries(scene.nodes.flatMap(({ id, fold }) => (fold === undefined ? [] : [[id, fold] as const]))),
    choices: choicesOf(architecture, assessment),
  };
}
