/** What a picture of ours is made of, with how it looks: read from the SVG itself, so that both show the same. */
export interface SvgShape {
  readonly tag: 'rect' | 'path' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a text, escaped for XML as it stands in the picture. */
  readonly words: string;
  /** Properties of the picture's sheet that hold of it: `stroke-width`. */
  readonly look: Readonly<Record<string, string>>;
}

export interface ReadSvg {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** From the back to the front. */
  readonly shapes: readonly SvgShape[];
}

/** Reads what `svgOf` of the room `picture` writes, and nothing else. */
export function readSvg(svg: string): ReadSvg {
  const [, width = '0', height = '0'] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const rules = rulesOf(/<style>([^<]*)<\/style>/.exec(svg)?.[1] ?? '');
  const shapes = [...svg.matchAll(/<(rect|path|text)\b([^>]*?)(?:\/>|>([^<]*)<\/text>)/g)].map(
    ([, tag, given = '', words = '']): SvgShape => {
      const attributes = Object.fromEntries([...given.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
      const classes = (attributes['class'] ?? '').split(' ').map((name) => `.${name}`);
      return { tag: tag as SvgShape['tag'], attributes, words, look: lookOf(rules, [tag!, ...classes]) };
    },
  );
  return {
    width: Number(width),
    height: Number(height),
    title: unescaped(/<title>([^<]*)<\/title>/.exec(svg)?.[1]),
    description: unescaped(/<desc>([^<]*)<\/desc>/.exec(svg)?.[1]),
    shapes,
  };
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function unescaped(words = ''): string {
  return words.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity]!);
}

type Rule = readonly [selectors: readonly string[], properties: Readonly<Record<string, string>>];

/** `.ml-picture .ml-box{fill:#fff;fill:var(--x,#fff)}`: what programs without variables see counts. */
function rulesOf(sheet: string): Rule[] {
  return [...sheet.matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, selectors = '', body = '']): Rule => {
    const properties = body
      .split(';')
      .map((one) => one.split(':'))
      .filter(([, value]) => value !== undefined && !value.startsWith('var('))
      .map(([name, value]) => [name!, value!]);
    return [selectors.split(',').map((selector) => selector.trim().split(' ').at(-1)!), Object.fromEntries(properties)];
  });
}

/** Rules of the sheet outweigh each other in its order only. */
function lookOf(rules: readonly Rule[], names: readonly string[]): Record<string, string> {
  return Object.assign(
    {},
    ...rules.filter(([selectors]) => selectors.some((one) => names.includes(one))).map(([, properties]) => properties),
  ) as Record<string, string>;
}
