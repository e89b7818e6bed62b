import { safe } from '../../text/terminal.ts';
import { fit, pad } from '../../text/width.ts';
import { shownPart } from '../line-window.ts';
import type { CursorPlace } from '../paint.ts';
import { segment } from '../text-segment.ts';
import type { ScreenLine } from '../text-segment.ts';
import type { Signs } from '../theme.ts';
import type { Form } from './form.ts';

const labelColumns = 20;
/** Title, blank line, and below: blank, question or problem, keys. */
const aroundRows = 5;

/** The form as lines of the screen, and where the cursor is typed at. */
export const formLines = (
  form: Form,
  signs: Signs,
): { readonly lines: readonly ScreenLine[]; readonly cursor: CursorPlace | undefined } => {
  const { columns, rows } = form.size;
  const room = columns - labelColumns - 4;
  const field = form.fields[form.at];
  const typed = field && shownPart(field.line, room);
  const mark = (index: number) => (index === form.at ? signs.cursor : ' ');
  const items = [
    ...form.fields.map(({ label, hint, line }, index): ScreenLine => {
      const text = index === form.at && typed ? typed.text : fit(safe(line.text), room);
      return [
        segment(`${mark(index)} `, 'accent'),
        segment(pad(label, labelColumns), index === form.at ? 'strong' : 'plain'),
        segment(text),
        segment(text === '' ? `(${fit(hint, room - 2)})` : '', 'dim'),
      ];
    }),
    ...form.offers.map(({ title, folder, chosen }, index): ScreenLine => {
      const place = form.fields.length + index;
      const heading = form.offers[index - 1]?.folder === folder ? '' : safe(folder);
      return [
        segment(`${mark(place)} `, 'accent'),
        segment(pad(heading, labelColumns), 'dim'),
        segment(`${chosen ? signs.on : signs.off} ${fit(safe(title), room - 4)}`),
      ];
    }),
    [
      segment(`${mark(form.fields.length + form.offers.length)} `, 'accent'),
      segment('Write listen.toml', 'strong'),
    ],
  ];
  const height = Math.max(1, rows - aroundRows);
  const top = Math.max(0, Math.min(form.at - (height >> 1), items.length - height));
  const shown = items.slice(top, top + height);
  const cursor =
    typed && form.step === 'filling'
      ? { column: 2 + labelColumns + typed.cursor, row: 2 + form.at - top }
      : undefined;
  const lines = [
    [segment(' Set up listen for your practice', 'strong')],
    [],
    ...shown,
    ...Array.from({ length: height - shown.length }, () => []),
    [],
    talkOf(form),
    [
      segment(
        fit(' enter next  tab down  space choose a feed  ^s write  esc leave', columns - 1),
        'dim',
      ),
    ],
  ];
  return { lines, cursor };
};

const talkOf = ({ step, problem, size }: Form): ScreenLine => {
  if (step === 'leaving') return [segment(' Leave without writing anything? y or n', 'strong')];
  return [segment(problem === undefined ? ' ' : fit(` ${problem}`, size.columns - 1), 'bad')];
};
