import { charactersOf, columnsOf } from '../text/width.ts';

/** One column of a line: what is drawn there and how; the right half of a wide character is an empty text. */
export type Cell = { readonly text: string; readonly style: string };

export const blank: Cell = { text: ' ', style: '' };

/** A line with SGR sequences, such as Ink gives, column by column. Styles are SGR parameters in a fixed order. */
export const cellsOf = (line: string): readonly Cell[] => {
  const cells: Cell[] = [];
  let style: Style = {};
  let written = '';
  for (const part of line.split(/(\u001B\[[\d;]*m)/)) {
    const codes = /^\u001B\[([\d;]*)m$/.exec(part)?.[1];
    if (codes !== undefined) {
      style = codes.split(';').reduce(withCode, style);
      written = parametersOf(style);
    } else if (/^[ -~]*$/.test(part)) {
      for (let at = 0; at < part.length; at++)
        cells.push({ text: part.charAt(at), style: written });
    } else {
      for (const { segment } of charactersOf(part)) {
        const width = columnsOf(segment);
        if (width === 0) continue;
        cells.push({ text: segment, style: written });
        if (width > 1) cells.push({ text: '', style: written });
      }
    }
  }
  return cells;
};

type Style = {
  readonly bold?: true;
  readonly dim?: true;
  readonly underline?: true;
  readonly inverse?: true;
  readonly colour?: string;
};

/** What an SGR code does to a style; those that the theme does not use are left out. */
const withCode = (style: Style, code: string): Style => {
  const { bold: _, dim: __, ...light } = style;
  const { underline: ___, ...straight } = style;
  const { inverse: ____, ...upright } = style;
  const { colour: _____, ...grey } = style;
  switch (Number(code)) {
    case 0:
      return {};
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 4:
      return { ...style, underline: true };
    case 7:
      return { ...style, inverse: true };
    case 22:
      return light;
    case 24:
      return straight;
    case 27:
      return upright;
    case 39:
      return grey;
    default:
      return /^(?:3[0-7]|9[0-7])$/.test(code) ? { ...style, colour: code } : style;
  }
};

const parametersOf = ({ bold, dim, underline, inverse, colour }: Style): string =>
  [bold && '1', dim && '2', underline && '4', inverse && '7', colour]
    .filter(code => code !== undefined)
    .join(';');
