import type { ReplyStep } from './reply-step.ts';
import type { Act } from './triage.ts';

/**
 * The act with other words in the place of those that a person wrote about the mentions: notes, reasons, texts of
 * replies and where they were posted. The same act when nothing changes.
 */
export const withWords = <A extends Act>(act: A, change: (words: string) => string): A => {
  const fields = wordsIn(act);
  const changed = fields.map(([name, words]) => [name, change(words)] as const);
  if (changed.every(([, words], place) => words === fields[place]?.[1])) return act;
  const others = Object.fromEntries(changed);
  return act.kind === 'reply'
    ? { ...act, step: { ...act.step, ...others } }
    : { ...act, ...others };
};

/** What remains of an act when a mention that it is about is erased: who did what and when, and no word. */
export const withoutWords = <A extends Act>(act: A): A => withWords(act, () => '');

/** The fields that hold such words, in an order that never changes. */
const wordsIn = (act: Act): readonly (readonly [name: string, words: string])[] => {
  switch (act.kind) {
    case 'decide':
      return given([['note', act.note]]);
    case 'note':
      return [['text', act.text]];
    case 'reply':
      return wordsOfStep(act.step);
    case 'reopen':
    case 'snooze':
    case 'correct':
    case 'forget':
    case 'undo':
    case 'purge':
      return [];
    default:
      // A newer program knows where the words are in its acts; this one leaves them as they are.
      act satisfies never;
      return [];
  }
};

const wordsOfStep = (step: ReplyStep) => {
  switch (step.step) {
    case 'draft':
      return given([['text', step.text]]);
    case 'approve':
      return given([['override', step.override]]);
    case 'post':
      return given([['url', step.url]]);
    case 'withdraw':
      return given([['reason', step.reason]]);
    case 'follow-up':
      return given([['note', step.note]]);
    case 'copy':
      return [];
    default:
      step satisfies never;
      return [];
  }
};

const given = (fields: readonly (readonly [string, string | undefined])[]) =>
  fields.flatMap(([name, words]) => (words === undefined ? [] : [[name, words] as const]));
