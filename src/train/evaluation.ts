import type { Knowledge } from '../classify/classifier.ts';
import type { Confusion } from './measures.ts';

/** One line of a table: a set, how many texts it has, shares from 0 to 1 by name, and what was taken for what. */
export type Line = {
  readonly set: string;
  readonly texts: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly confusion?: Confusion;
};

/** What can be measured: on the data folder, or on the tables that ship with the tests. */
export type Evaluation = {
  /** Marks its table in the model card. */
  readonly id: string;
  readonly title: string;
  readonly on: 'data' | 'ours';
  readonly measure: (knowledge: Knowledge, data: string) => readonly Line[];
};

const percent = (share: number): string => (share * 100).toFixed(1);

/** A table in Markdown; figures in percent. */
export const tableOf = (lines: readonly Line[]): string => {
  const names = [...new Set(lines.flatMap(({ figures }) => Object.keys(figures)))];
  const head = ['set', 'texts', ...names, 'right (rows) by said'];
  return [
    head,
    head.map((_, index) => (index === 0 ? '---' : '--:')),
    ...lines.map(({ set, texts, figures, confusion }) => [
      set,
      String(texts),
      ...names.map(name => (figures[name] === undefined ? '' : percent(figures[name]))),
      confusion?.map(row => row.join(' ')).join(' / ') ?? '',
    ]),
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
};

/** Puts a table between its marks in the card; a card without the marks is an error. */
export const written = (card: string, { id }: Evaluation, table: string): string => {
  const [open, close] = [`<!-- ${id} -->`, `<!-- /${id} -->`];
  const [from, to] = [card.indexOf(open), card.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The model card has no place for ${id}.`);
  return `${card.slice(0, from + open.length)}\n${table}\n${card.slice(to)}`;
};
