import { describe, expect, it } from 'vitest';
import { rowOf } from '../../src/core/row.ts';
import { untouched } from '../../src/core/triage.ts';
import { aMention, aVerdict } from '../making.ts';

const headline = (title: string, author = 'Rob Tierney') =>
  rowOf(aMention({ title, author, text: 'Waited two hours.' }), aVerdict(), untouched).headline;

describe('the headline of a row', () => {
  it.each([
    ['Two hours', 'Two hours'],
    ['', 'Waited two hours.'],
    ['★☆☆☆☆ by Rob Tierney', 'Waited two hours.'],
    ['5 stars', 'Waited two hours.'],
    ['Review by Rob Tierney', 'Waited two hours.'],
    ['Rob Tierney', 'Waited two hours.'],
    ['★☆☆☆☆ Never again', '★☆☆☆☆ Never again'],
    ['Reviewing my options', 'Reviewing my options'],
    ['By far the best', 'By far the best'],
  ])('of the title %j is %j', (title, expected) => {
    expect(headline(title)).toBe(expected);
  });

  it('never ends in half an emoji', () => {
    const start = 'a'.repeat(118);
    expect(headline(`${start}👩👩👩`)).toBe(`${start}…`);
  });
});
