import type { Style } from './text-segment.ts';

/** How a style is drawn: names of the terminal's own sixteen colours, so that light and dark themes both work. */
export type Look = {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly underline?: boolean;
};

export type Theme = {
  readonly look: (style: Style) => Look;
  readonly signs: Signs;
};

/** Characters with an ASCII stand-in; none needs a special font. */
export type Signs = {
  readonly cursor: string;
  readonly mark: string;
  readonly rule: string;
  readonly wall: string;
  readonly dot: string;
  readonly warning: string;
  readonly on: string;
  readonly off: string;
};

const drawn: Signs = {
  cursor: '▌',
  mark: '*',
  rule: '─',
  wall: '│',
  dot: '●',
  warning: '▲',
  on: '[x]',
  off: '[ ]',
};

const typed: Signs = { ...drawn, cursor: '>', rule: '-', wall: '|', dot: 'o', warning: '!' };

/** Every colour says what a word or a mark beside it says too; red and green never stand alone. */
const colours: Readonly<Record<Style, Look>> = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  evidence: { color: 'yellow', underline: true },
  flaw: { color: 'red', underline: true },
  danger: { color: 'red', bold: true },
  bad: { color: 'red' },
  doubt: { color: 'magenta' },
  ask: { color: 'cyan' },
  good: { color: 'green' },
  accent: { color: 'blue', bold: true },
};

const withoutColour: Readonly<Record<Style, Look>> = {
  ...colours,
  evidence: { underline: true },
  flaw: { underline: true },
  danger: { bold: true },
  bad: {},
  doubt: {},
  ask: {},
  good: {},
  accent: { bold: true },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Ink knows nothing of `NO_COLOR`, so we look: no colour with it or on a dumb terminal, ASCII where UTF-8 is ruled out. */
export const themeFor = (env: Environment): Theme => {
  const dumb = env['TERM'] === 'dumb';
  const looks = dumb || (env['NO_COLOR'] ?? '') !== '' ? withoutColour : colours;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  const ascii = dumb || locale === 'C' || locale === 'POSIX';
  return { look: style => looks[style], signs: ascii ? typed : drawn };
};
