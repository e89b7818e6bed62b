import { charactersOf } from '../text/width.ts';

/** One line being typed; the cursor is a UTF-16 offset between characters. */
export type Line = { readonly text: string; readonly cursor: number };

export const emptyLine: Line = { text: '', cursor: 0 };

export const lineOf = (text: string): Line => ({ text, cursor: text.length });

/** Inserts typed or pasted text; breaks become spaces. */
export const insert = ({ text, cursor }: Line, typed: string): Line => {
  const clean = typed.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');
  return {
    text: text.slice(0, cursor) + clean + text.slice(cursor),
    cursor: cursor + clean.length,
  };
};

/** What a key does to the line, the readline way; undefined when it means nothing here. */
export const edit = (line: Line, key: string): Line | undefined => {
  const move = moves[key];
  if (move) return { ...line, cursor: move(line) };
  const cut = cuts[key];
  if (cut) return remove(line, cut(line));
  if (key === 'space') return insert(line, ' ');
  return isTyped(key) ? insert(line, key) : undefined;
};

/** Whether a key is a character rather than a key with a name. */
const isTyped = (key: string): boolean => {
  const [first, second] = charactersOf(key);
  return first !== undefined && second === undefined;
};

type Place = (line: Line) => number;

const start: Place = () => 0;
const end: Place = line => line.text.length;
const before: Place = ({ text, cursor }) => cursor - lastCharacter(text.slice(0, cursor)).length;
const after: Place = ({ text, cursor }) => cursor + firstCharacter(text.slice(cursor)).length;
const wordBefore: Place = ({ text, cursor }) => text.slice(0, cursor).replace(/\S*\s*$/, '').length;
const wordAfter: Place = ({ text, cursor }) =>
  cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);

const moves: Readonly<Record<string, Place>> = {
  left: before,
  'ctrl-b': before,
  right: after,
  'ctrl-f': after,
  home: start,
  'ctrl-a': start,
  end,
  'ctrl-e': end,
  'alt-b': wordBefore,
  'alt-f': wordAfter,
};

/** The other end of what a key deletes, counted from the cursor. */
const cuts: Readonly<Record<string, Place>> = {
  backspace: before,
  'ctrl-h': before,
  delete: after,
  'ctrl-d': after,
  'ctrl-w': wordBefore,
  'alt-d': wordAfter,
  'ctrl-u': start,
  'ctrl-k': end,
};

const remove = ({ text, cursor }: Line, other: number): Line => {
  const [from, to] = [Math.min(cursor, other), Math.max(cursor, other)];
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
};

const lastCharacter = (text: string) => [...charactersOf(text.slice(-32))].at(-1)?.segment ?? '';

const firstCharacter = (text: string) => {
  for (const { segment } of charactersOf(text.slice(0, 32))) return segment;
  return '';
};
