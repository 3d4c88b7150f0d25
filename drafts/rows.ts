import { inQuotes } from '../language/writing/index.js';

/** A declaration that stands in columns with its neighbours: what it is called, and what follows. */
export interface DraftRow {
  readonly sort: 'zone' | 'data' | 'component' | 'link';
  readonly name: string;
  readonly title: string;
  /** From `is`, or of a link from its colon. */
  readonly rest: string;
  /** Lines of its body; with two or more the body takes lines of its own. */
  readonly body?: readonly string[];
}

/** Declarations below one another, as the formatter writes them: titles and kinds in columns, up to a body of several lines. */
export function table(rows: readonly DraftRow[]): string[] {
  const lines: string[] = [];
  let run: DraftRow[] = [];
  const flush = () => {
    const names = Math.max(...run.map(({ name }) => name.length));
    const titles = Math.max(...run.map(({ title }) => quote(title).length));
    for (const { sort, name, title, rest, body = [] } of run) {
      // A link's colon follows its title.
      const titled = sort === 'link' ? quote(title) : quote(title).padEnd(titles + 1);
      const head = `${sort} ${name.padEnd(names)} ${titled}${rest}`;
      if (body.length < 2) lines.push(body.length === 0 ? head : `${head} { ${body[0]} }`);
      else lines.push(`${head} {`, ...body.map((line) => `    ${line}`), '}');
    }
    run = [];
  };
  for (const row of rows) {
    run.push(row);
    if ((row.body?.length ?? 0) > 1) flush();
  }
  if (run.length > 0) flush();
  return lines;
}

/** A text in quotes, on one line. */
export function quote(text: string): string {
  return inQuotes(text.replace(/\s+/g, ' '));
}
