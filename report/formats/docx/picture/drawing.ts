import { atMost } from '../../../clean.js';
import { escapeXml } from '../../office/xml.js';
import { documentLimits } from '../limits.js';
import type { Blocks } from '../markup.js';
import { pathSteps, type PathStep, type PlanePoint } from './path.js';
import { readSvg, type SvgShape } from './read-svg.js';

/** What a page has for a picture and the line below it, in English metric units. */
const room = { width: 6_120_000, height: 8_050_000 } as const;
/** Units in a pixel. */
const pixel = 9_525;

const groupAddress = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';

/**
 * The picture as shapes that Word draws itself: sharp in every size, its words can be searched and changed, and no second program has
 * to make an image of it. `number` tells the pictures of a document apart.
 */
export function drawingBlock(svg: string, number: number): Blocks {
  const { width, height, title, description, shapes } = readSvg(svg);
  // Small ones are not blown up.
  const scale = Math.min(1, room.width / (width * pixel), room.height / (height * pixel)) * pixel;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const told = shapes.map((shape, at) => shapeXml(shape, scale, number * 100_000 + at + 1));
  const words = escapeXml(atMost(`${title}: ${description}`, documentLimits.characters));
  const drawing =
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${wide}" cy="${high}"/>` +
    `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${number * 100_000}" name="Picture ${number}" descr="${words}"/>` +
    `<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${groupAddress}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>` +
    `<a:off x="0" y="0"/><a:ext cx="${wide}" cy="${high}"/><a:chOff x="0" y="0"/><a:chExt cx="${wide}" cy="${high}"/></a:xfrm></wpg:grpSpPr>` +
    `${told.join('')}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const content =
    `<mc:AlternateContent><mc:Choice Requires="wpg">${drawing}</mc:Choice>` +
    `<mc:Fallback><w:t>The picture is drawn by Word 2010 and later. ${words}</w:t></mc:Fallback></mc:AlternateContent>`;
  return { blocks: `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r>${content}</w:r></w:p>` };
}

function shapeXml(shape: SvgShape, scale: number, id: number): string {
  switch (shape.tag) {
    case 'rect':
      return rectangleXml(shape, scale, id);
    case 'path':
      return pathXml(shape, scale, id);
    case 'text':
      return textXml(shape, scale, id);
  }
}

function rectangleXml({ attributes, look }: SvgShape, scale: number, id: number): string {
  const [moveX, moveY] = movedBy(attributes);
  const of = (name: string) => Number(attributes[name] ?? 0);
  const [width, height] = [of('width'), of('height')];
  // A share of the shorter side, in parts of 100,000.
  const corner = Math.round((of('rx') / Math.max(1, Math.min(width, height))) * 100_000);
  const form = `<a:prstGeom prst="${corner === 0 ? 'rect' : 'roundRect'}"><a:avLst>${corner === 0 ? '' : `<a:gd name="adj" fmla="val ${corner}"/>`}</a:avLst></a:prstGeom>`;
  return wordShape(
    id,
    [(of('x') + moveX) * scale, (of('y') + moveY) * scale],
    [width * scale, height * scale],
    `${form}${paintXml(look, scale)}`,
  );
}

function pathXml({ attributes, look }: SvgShape, scale: number, id: number): string {
  const steps = pathSteps(attributes['d'] ?? '', movedBy(attributes));
  const points = steps.flatMap(({ points: own }): readonly PlanePoint[] => own);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const units = (value: number) => Math.round(value * scale);
  const [wide, high] = [Math.max(1, units(Math.max(...xs) - left)), Math.max(1, units(Math.max(...ys) - top))];
  const told = steps.map((step) => stepXml(step, ([x, y]) => `<a:pt x="${units(x - left)}" y="${units(y - top)}"/>`));
  const isFilled = look['fill'] !== undefined && look['fill'] !== 'none';
  const form =
    `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${wide}" h="${high}"` +
    `${isFilled ? '' : ' fill="none"'}>${told.join('')}</a:path></a:pathLst></a:custGeom>`;
  return wordShape(id, [left * scale, top * scale], [wide, high], `${form}${paintXml(look, scale)}`);
}

const stepNames = { move: 'moveTo', line: 'lnTo', curve: 'cubicBezTo', close: 'close' } as const;

function stepXml({ sort, points }: PathStep, point: (at: PlanePoint) => string): string {
  const name = stepNames[sort];
  return points.length === 0 ? `<a:${name}/>` : `<a:${name}>${points.map(point).join('')}</a:${name}>`;
}

/** SVG sets a text on its base line, Word hangs it from the top of its field. */
function textXml({ attributes, look, words }: SvgShape, scale: number, id: number): string {
  const size = Number.parseFloat(look['font-size'] ?? '12');
  const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)];
  // Half points; the smallest that Word knows is 1.
  const half = Math.max(2, Math.floor((size * scale * 2) / 12_700));
  const line = Math.round(half * 10 * 1.2);
  const bold = Number(look['font-weight'] ?? 400) >= 600 ? '<w:b/>' : '';
  const italic = look['font-style'] === 'italic' ? '<w:i/>' : '';
  const run =
    `<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${bold}${italic}<w:noProof/><w:color w:val="${hex(look['fill'])}"/>` +
    `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const paragraph = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr>${run}</w:p>`;
  // No word breaks: the field is wider than its text in any font.
  const field = [(words.length * size * 0.9 + 2 * size) * scale, size * 1.3 * scale] as const;
  return wordShape(
    id,
    [x * scale, (y - size * 0.96) * scale],
    field,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
    paragraph,
  );
}

function wordShape(id: number, [x, y]: PlanePoint, [width, height]: PlanePoint, form: string, paragraph?: string): string {
  const [left, top, wide, high] = [x, y, width, height].map(Math.round);
  const text = paragraph === undefined ? '' : `<wps:txbx><w:txbxContent>${paragraph}</w:txbxContent></wps:txbx>`;
  return (
    `<wps:wsp><wps:cNvPr id="${id}" name="Shape ${id}"/><wps:cNvSpPr${paragraph === undefined ? '' : ' txBox="1"'}/><wps:spPr>` +
    `<a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm>${form}</wps:spPr>${text}` +
    '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>'
  );
}

function paintXml(look: Readonly<Record<string, string>>, scale: number): string {
  const { fill, stroke } = look;
  const inside = fill === undefined || fill === 'none' ? '<a:noFill/>' : solid(fill);
  if (stroke === undefined || stroke === 'none') return `${inside}<a:ln><a:noFill/></a:ln>`;
  const width = Number(look['stroke-width'] ?? 1);
  const cap = look['stroke-linecap'] === 'round' ? 'rnd' : 'flat';
  return `${inside}<a:ln w="${Math.round(width * scale)}" cap="${cap}">${solid(stroke)}${dashXml(look['stroke-dasharray'], width)}<a:round/></a:ln>`;
}

/** Dashes and gaps in parts of 100,000 of the line's width. */
function dashXml(dashes: string | undefined, width: number): string {
  if (dashes === undefined) return '';
  const parts = dashes.split(' ').map((length) => Math.round((Number(length) / width) * 100_000));
  const pairs = parts.flatMap((dash, at) => (at % 2 === 0 ? [`<a:ds d="${dash}" sp="${parts[at + 1] ?? dash}"/>`] : []));
  return `<a:custDash>${pairs.join('')}</a:custDash>`;
}

function movedBy({ transform = '' }: Readonly<Record<string, string>>): PlanePoint {
  const [, x = '0', y = '0'] = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(transform) ?? [];
  return [Number(x), Number(y)];
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill>`;
}

function hex(colour = '#000000'): string {
  const [, digits = '000000'] = /^#([0-9a-f]{6})$/i.exec(colour) ?? [];
  return digits.toUpperCase();
}
