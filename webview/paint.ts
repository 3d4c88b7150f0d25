/** Sharp on paper; a picture that would be larger than browsers paint is painted smaller. */
const usualScale = 2;
const mostPixels = 16_000;

/**
 * Paints a picture that is on the page as PNG, as base64. It is painted shape by shape as the page shows it: an image made of its text would
 * have to be fetched, which the page's policy allows nobody.
 */
export async function painted(svg: SVGSVGElement): Promise<string> {
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(usualScale, mostPixels / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const sheet = canvas.getContext('2d')!;
  sheet.scale(scale, scale);
  for (const shape of svg.querySelectorAll<SVGGraphicsElement>('rect:not(.ground), path:not(.ground), text')) {
    if (shape.closest('[data-fold]') === null) paint(shape, sheet);
  }
  return base64(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

function paint(shape: SVGGraphicsElement, sheet: OffscreenCanvasRenderingContext2D): void {
  const style = getComputedStyle(shape);
  sheet.save();
  sheet.globalAlpha = opacityOf(shape);
  for (const { matrix } of shape.transform.baseVal) sheet.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
  if (shape instanceof SVGTextElement) {
    sheet.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    sheet.fillStyle = style.fill;
    sheet.fillText(shape.textContent, number('x'), number('y'));
  } else {
    const path = new Path2D(shape.getAttribute('d') ?? '');
    if (shape instanceof SVGRectElement) path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
    if (style.fill !== 'none') {
      sheet.fillStyle = style.fill;
      sheet.fill(path);
    }
    if (style.stroke !== 'none') {
      sheet.strokeStyle = style.stroke;
      sheet.lineWidth = Number.parseFloat(style.strokeWidth);
      sheet.lineCap = style.strokeLinecap as CanvasLineCap;
      sheet.lineJoin = style.strokeLinejoin as CanvasLineJoin;
      sheet.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat));
      sheet.stroke(path);
    }
  }
  sheet.restore();
}

/** What is put aside is so as a whole. */
function opacityOf(shape: Element): number {
  const group = shape.closest('.ml-aside');
  return group === null ? 1 : Number(getComputedStyle(group).opacity);
}

function base64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  const step = 0x8000;
  let text = '';
  for (let at = 0; at < all.length; at += step) text += String.fromCharCode(...all.subarray(at, at + step));
  return btoa(text);
}
