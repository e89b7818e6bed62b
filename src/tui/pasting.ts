import { handFields } from '../core/by-hand.ts';
import type { ByHand, HandField } from '../core/by-hand.ts';
import { emptyLine } from './line-editor.ts';
import type { Line } from './line-editor.ts';
import { areaOf } from './text-area.ts';
import type { TextArea } from './text-area.ts';

/** A mention that is being typed or pasted: its words as a text, all else in one line each. */
export type Pasting = {
  readonly words: TextArea;
  readonly lines: Readonly<Record<Exclude<HandField, 'words'>, Line>>;
  readonly at: HandField;
  /** Set once escape was pressed over what would be lost. */
  readonly step: 'filling' | 'leaving';
};

export const emptyPasting: Pasting = {
  words: areaOf(''),
  lines: { who: emptyLine, stars: emptyLine, when: emptyLine, link: emptyLine },
  at: 'words',
  step: 'filling',
};

/** What was typed, field by field. */
export const typedIn = ({ words, lines }: Pasting): ByHand => ({
  words: words.text,
  who: lines.who.text,
  stars: lines.stars.text,
  when: lines.when.text,
  link: lines.link.text,
});

export const isEmpty = (form: Pasting): boolean =>
  Object.values(typedIn(form)).every(text => text.trim() === '');

/** The field so many further, round and round. */
export const fieldAfter = (at: HandField, steps: number): HandField => {
  const { length } = handFields;
  return handFields[(handFields.indexOf(at) + steps + length) % length] ?? 'words';
};
