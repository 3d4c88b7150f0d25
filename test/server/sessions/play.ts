import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileEvent } from 'vscode-languageserver';
import { oneOf, type Random } from '../../laws/support/random.js';
import type { DiskEditor } from './editor.js';
import { contents, files, settings, withinFolder, type Content } from './project.js';

const [created, changed, deleted] = [1, 2, 3] as const;

/** A person with an editor, and somebody who changes the files beneath it; each step is what an editor tells its server of it. */
export class Play {
  /** What was done, for whoever has to find out why it went wrong. */
  readonly done: string[] = [];

  constructor(
    private readonly editor: DiskEditor,
    private readonly roots: readonly string[],
    private readonly random: Random,
  ) {}

  /** Files before anything is opened. */
  static prepare(roots: readonly string[], random: Random): void {
    for (const root of roots) {
      mkdirSync(root, { recursive: true });
      for (const file of files) if (random() < 0.6) write(path.join(root, file), oneOf(contentsIn(roots), random)!);
      // Of several folders, each could say something else, which only an editor can be asked.
      if (roots.length === 1) writeSettings(root, oneOf(settings, random));
    }
  }

  async step(): Promise<void> {
    const { editor, random } = this;
    const [file, open] = [this.aFile(), oneOf([...editor.open.keys()], random)];
    const dice = random();
    if (dice < 0.15) await this.opens(file);
    else if (dice < 0.4) await (open === undefined ? this.opens(file) : this.types(open));
    else if (dice < 0.5) await (open === undefined ? this.opens(file) : this.saves(open));
    else if (dice < 0.6) await (open === undefined ? this.opens(file) : this.closes(open));
    else if (dice < 0.75) await this.changesOnDisk(file);
    else if (dice < 0.82) await this.deletesOnDisk(file);
    else if (dice < 0.88) await this.renames(file, this.aFile());
    else if (dice < 0.93) await this.movesFolder();
    else if (this.roots.length === 1) await this.changesSettings();
    // Some steps interrupt what is done for the one before, some find it done.
    for (let turns = oneOf([0, 0, 1, 3, 8, 30], random)!; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Everything that is open is written to its file, and closed. */
  async savesAndClosesAll(): Promise<void> {
    for (const file of [...this.editor.open.keys()]) {
      await this.saves(file);
      await this.closes(file);
    }
  }

  private aFile(): string {
    return path.join(oneOf(this.roots, this.random)!, oneOf(files, this.random)!);
  }

  private async opens(file: string): Promise<void> {
    if (this.editor.open.has(file) || !existsSync(file)) return;
    this.note('opens', file);
    // What is no UTF-8 is shown with marks in place of what cannot be read.
    await this.editor.opens(file, readFileSync(file, 'utf8'));
  }

  private async types(file: string): Promise<void> {
    this.note('types', file);
    const before = this.editor.open.get(file)!;
    const lines = before.split('\n');
    const at = Math.floor(this.random() * lines.length);
    const other = contentsIn(this.roots).filter((one) => typeof one === 'string');
    const text = oneOf(
      [lines.toSpliced(at, 1).join('\n'), lines.toSpliced(at, 0, lines[at]!).join('\n'), `${before} {`, oneOf(other, this.random)!],
      this.random,
    )!;
    await this.editor.types(file, text);
  }

  private async saves(file: string): Promise<void> {
    this.note('saves', file);
    const type = existsSync(file) ? changed : created;
    write(file, this.editor.open.get(file)!);
    await this.editor.saved(file);
    await this.hears([[file, type]]);
  }

  private async closes(file: string): Promise<void> {
    this.note('closes', file);
    await this.editor.closes(file);
  }

  private async changesOnDisk(file: string): Promise<void> {
    this.note('writes', file);
    const type = existsSync(file) ? changed : created;
    const content = oneOf(contentsIn(this.roots), this.random)!;
    write(file, content);
    await this.hears([[file, type]]);
    // An editor shows the new text of a file that is open and unchanged there; it does so here always.
    if (this.editor.open.has(file)) await this.editor.types(file, Buffer.from(content).toString('utf8'));
  }

  private async deletesOnDisk(file: string): Promise<void> {
    if (!existsSync(file)) return;
    this.note('deletes', file);
    rmSync(file);
    await this.hears([[file, deleted]]);
  }

  /** As an editor does it: what is open is closed, and opened under its new name. */
  private async renames(file: string, to: string): Promise<void> {
    if (!existsSync(file) || existsSync(to) || this.editor.open.has(to)) return;
    this.note('renames', file, to);
    const text = this.editor.open.get(file);
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(file, to);
    if (text !== undefined) {
      await this.editor.closes(file);
      await this.editor.opens(to, text);
    }
    await this.hears([
      [file, deleted],
      [to, created],
    ]);
  }

  /** Away and back again; told of the folder alone or of each of its files. */
  private async movesFolder(): Promise<void> {
    const root = oneOf(this.roots, this.random)!;
    const [here, there] = [path.join(root, 'sub'), path.join(root, 'moved')];
    const [from, to] = existsSync(here) ? [here, there] : [there, here];
    if (!existsSync(from) || existsSync(to) || [...this.editor.open.keys()].some((file) => file.startsWith(from + path.sep))) return;
    this.note('moves', from, to);
    const inside = readdirSync(from);
    renameSync(from, to);
    if (this.random() < 0.5) {
      await this.hears([
        [from, deleted],
        [to, created],
      ]);
    } else {
      await this.hears(inside.flatMap((name) => [[path.join(from, name), deleted] as const, [path.join(to, name), created] as const]));
    }
  }

  private async changesSettings(): Promise<void> {
    const [root] = this.roots;
    const file = path.join(root!, 'meterlint.json');
    const was = existsSync(file);
    const chosen = oneOf(settings, this.random);
    this.note(`sets ${chosen ?? 'nothing'}`, file);
    writeSettings(root!, chosen);
    if (was || chosen !== undefined) await this.hears([[file, chosen === undefined ? deleted : was ? changed : created]]);
  }

  private hears(changes: readonly (readonly [string, FileEvent['type']])[]): Promise<void> {
    return this.editor.hears(changes.map(([file, type]) => ({ uri: pathToFileURL(file).href, type })));
  }

  private note(what: string, ...of: readonly string[]): void {
    this.done.push(`${what} ${of.map((file) => path.relative(path.dirname(this.roots[0]!), file)).join(' ')}`);
  }
}

function write(file: string, content: Content): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function writeSettings(root: string, text: string | undefined): void {
  const file = path.join(root, 'meterlint.json');
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
}

function contentsIn(roots: readonly string[]): readonly Content[] {
  return roots.length === 1 ? contents : withinFolder;
}
