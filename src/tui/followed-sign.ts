import type { Row } from '../core/row.ts';
import { signOf } from './flag-style.ts';
import { followUpWords } from './phrases.ts';

/** What the office has done about a referred mention says more than its flag. */
export const followedSign = (row: Row) => {
  const sign = signOf(row);
  const { followUp = 'open' } = row;
  return followUp === 'open' ? sign : { ...sign, word: followUpWords[followUp] };
};
