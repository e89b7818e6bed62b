import { handFields } from '../core/by-hand.ts';
import type { HandField } from '../core/by-hand.ts';
import { safe } from '../text/terminal.ts';
import { fit, pad } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { layoutOf, paneColumns } from './layout.ts';
import { shownPart } from './line-window.ts';
import type { CursorPlace } from './paint.ts';
import type { Pasting } from './pasting.ts';
import type { State } from './state.ts';
import { placeIn } from './text-area.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';

const labelColumns = 7;

const hints: Readonly<Record<Exclude<HandField, 'words'>, string>> = {
  who: 'the name that stands there',
  stars: '1 to 5; empty where there are none',
  when: 'as in 2026-11-18 or 3 weeks ago; empty: today',
  link: 'where it can be read',
};

/** A title, the words over as many lines as there is room for, and the other fields below them. */
export const pasteLines = (
  { size }: Pick<State, 'size'>,
  form: Pasting,
): { readonly lines: readonly ScreenLine[]; readonly cursor: CursorPlace } => {
  const columns = paneColumns(size);
  const below = handFields.filter(field => field !== 'words');
  const height = Math.max(2, layoutOf(size).bodyRows - below.length - 5);
  const wrapped = wrap(form.words.text, columns);
  const { row, column } = placeIn(form.words, wrapped);
  const top = Math.max(0, Math.min(row - (height >> 1), wrapped.length - height));
  const words = wrapped
    .slice(top, top + height)
    .map(({ start, end }): ScreenLine => [segment(safe(form.words.text.slice(start, end)))]);
  const room = columns - labelColumns;
  const fields = below.map((field): ScreenLine => {
    const line = form.lines[field];
    const { text } =
      field === form.at ? shownPart(line, room) : { text: fit(safe(line.text), room) };
    return [
      segment(pad(field, labelColumns), field === form.at ? 'strong' : 'plain'),
      segment(text),
      segment(text === '' ? `(${fit(hints[field], room - 2)})` : '', 'dim'),
    ];
  });
  const lines = [
    [segment('A review or comment that no feed brings', 'strong')],
    [segment(form.words.text === '' ? 'Paste its words here.' : '', 'dim')],
    ...words,
    ...Array.from({ length: height - words.length }, () => []),
    [],
    ...fields,
  ];
  const first = lines.length - fields.length;
  const cursor =
    form.at === 'words'
      ? { row: 2 + row - top, column }
      : {
          row: first + below.indexOf(form.at),
          column: labelColumns + shownPart(form.lines[form.at], room).cursor,
        };
  return { lines, cursor };
};
