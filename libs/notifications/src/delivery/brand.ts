/** A tenant's colour with what makes it fit to be written on, on light paper and on dark. */
export interface Brand {
  readonly colour: string;
  /** Black or white: by WCAG's measure at least 4.5 to 1 on any colour. */
  readonly ink: string;
  /** Around what is filled with the colour: the colour itself, or grey where it would vanish on the paper. */
  readonly edge: string;
  readonly edgeInTheDark: string;
}

const RGB = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const FALLBACK = '#4f46e5';

/* As in the templates: a card, and a line on it. */
const LIGHT = { paper: '#ffffff', line: '#d4d4d8' };
const DARK = { paper: '#27272a', line: '#71717a' };
/** Below this contrast an area is hard to tell from what is around it. */
const VISIBLE = 1.5;

/** A colour that is none gives way to our own: what a mail says does not wait for what it wears. */
export function brandOf(tenantColour: string): Brand {
  const colour = RGB.test(tenantColour) ? tenantColour : FALLBACK;
  const edgeOn = ({ paper, line }: typeof LIGHT) => (contrast(colour, paper) < VISIBLE ? line : colour);
  return {
    colour,
    ink: contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000',
    edge: edgeOn(LIGHT),
    edgeInTheDark: edgeOn(DARK),
  };
}

/** From 1, none, to 21, black on white (WCAG 2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (RGB.exec(colour) ?? [])
    .slice(1)
    .map((hex) => linear(parseInt(hex, 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
