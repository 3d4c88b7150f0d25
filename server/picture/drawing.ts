import { layOut, formerOf, sceneOf, svgOf, type LaidOut, type Scene } from '../../picture/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { Place } from '../place-aside.js';
import type { Picture, PictureAnswer, PictureParams } from '../protocol.js';
import { choicesOf } from './choices.js';
import { drawnPlaces } from './places.js';

/** A picture before anything has a place, with all that is said beside it: plain data, so that the workspace may change meanwhile. */
interface Sketch extends Omit<Picture, 'svg'> {
  readonly scene: Scene;
}

interface Drawn {
  readonly uri: string;
  /** The scene as text. */
  readonly scene: string;
  readonly laidOut: LaidOut;
}

/** So many pictures are found again where they were: what is taken back, closed again or painted in other colours. */
const mostKept = 12;

/** Draws one picture at a time, and of those that wait only the one that was asked for last. */
export class Drawing {
  private newest = 0;
  private before: Promise<unknown> = Promise.resolve();
  /** What was drawn of late, the last one first. */
  private drawnOnes: readonly Drawn[] = [];

  /**
   * @param read answers from a workspace that does not change meanwhile
   * @param place gives a scene its places: what takes long
   */
  constructor(
    private readonly read: <T>(answer: (snapshot: Snapshot) => T) => Promise<T>,
    private readonly place: Place = layOut,
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
    return { kind: 'picture', ...told, svg: svgOf(await this.placed(told.uri, scene), params.theme) };
  }

  /** What shows the same as before has its place already, also in other colours; what shows the same design keeps to the places it had. */
  private async placed(uri: string, scene: Scene): Promise<LaidOut> {
    const key = JSON.stringify(scene);
    const before = this.drawnOnes.find((one) => one.uri === uri)?.laidOut;
    const found = this.drawnOnes.find((one) => one.scene === key) ?? {
      uri,
      scene: key,
      laidOut: await this.place(scene, before && formerOf(before)),
    };
    this.drawnOnes = [found, ...this.drawnOnes.filter((one) => one !== found)].slice(0, mostKept);
    return found.laidOut;
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
