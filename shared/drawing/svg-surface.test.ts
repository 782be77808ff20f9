import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paletteFor } from './palette.ts';
import { paintRackFace } from './rack-face.ts';
import { SPECIMEN_RACK, specimen } from './specimen.ts';
import { escapeXml, SvgSurface } from './svg-surface.ts';

const BOX = { x: 0, y: 0, width: 100, height: 100 };
const style = { colour: '#000000', sizeMm: 5, weight: 'regular', align: 'left' } as const;

describe('an SVG picture', () => {
  it('is well-formed whatever people call things', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const surface = new SvgSurface();
        surface.text(0, 0, name, style);
        expect(() => parse(surface.picture(BOX, name, 1))).not.toThrow();
      }),
    );
  });

  it('keeps a face once, however often it is drawn', () => {
    const surface = new SvgSurface();
    const options = {
      palette: paletteFor('paper'),
      pxPerMm: Number.POSITIVE_INFINITY,
      showLabels: true,
      showCables: true,
    };
    paintRackFace(surface, specimen(), 'rack-1', 'front', options);
    const svg = surface.picture(BOX, 'A01', 0.1);
    const uses = svg.match(/<use /g) ?? [];
    const parts = svg.match(/<g id="part/g) ?? [];
    expect(parse(svg)).toContain('gpu-01');
    expect(uses.length).toBeGreaterThan(parts.length);
  });

  it('keeps the rails of racks that are alike once', () => {
    const options = {
      palette: paletteFor('paper'),
      pxPerMm: Number.POSITIVE_INFINITY,
      showLabels: true,
      showCables: true,
    };
    const partsOf = (racks: number): number => {
      const surface = new SvgSurface();
      for (let n = 0; n < racks; n += 1) {
        surface.at(1000 * n, 0, () =>
          paintRackFace(surface, specimen(), 'rack-1', 'front', options),
        );
      }
      const svg = surface.picture(BOX, 'A', 0.1);
      // A square hole is 9.5 mm wide; a unit has six of them.
      return (svg.match(/width="9.5" height="9.5"/g) ?? []).length;
    };
    expect(partsOf(1)).toBe(SPECIMEN_RACK.heightU * 6);
    expect(partsOf(3)).toBe(partsOf(1));
  });

  it('says how large it is on paper', () => {
    expect(new SvgSurface().picture(BOX, 'x', 0.1)).toContain('width="10mm" height="10mm"');
  });

  it('cuts a text that is too wide', () => {
    const surface = new SvgSurface();
    surface.text(0, 0, 'a very long name of a device', style, 20);
    expect(parse(surface.picture(BOX, '', 1))).toMatch(/^a v.*…$/);
  });
});

it('escapes what XML reads as its own', () => {
  expect(escapeXml('<a href="x">&\u0000')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
});

const TOKEN =
  /<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*)(\/?)>|((?:[^<>&]|&(?:amp|lt|gt|quot);)+)/uy;

/** The texts of a well-formed document; throws at the first place where it is not. */
function parse(svg: string): string {
  const open: string[] = [];
  const texts: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(svg);
    if (!token) throw new Error(`not well-formed at ${svg.slice(at, at + 60)}`);
    const [, closing, name = '', , empty, text] = token;
    if (text !== undefined) texts.push(text.trim());
    else if (closing && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    else if (!closing && !empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} left open`);
  return texts.filter((each) => each !== '').join(' ');
}
