import path from 'node:path';

/** The path of a file as a folder sees it, with `/` on every system. */
export function pathFrom(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}
