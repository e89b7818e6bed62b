import { describe, expect, it } from 'vitest';
import { emptyForm } from '../../src/tui/setup/form.ts';
import type { Form } from '../../src/tui/setup/form.ts';
import { formLines } from '../../src/tui/setup/form-lines.ts';
import { updateForm } from '../../src/tui/setup/update.ts';
import type { FormEffect } from '../../src/tui/setup/update.ts';
import { choose } from '../../src/tui/setup/welcome.ts';
import { themeFor } from '../../src/tui/theme.ts';

const offers = ['CDC: newsroom', 'Snopes'].map(title => ({
  folder: 'General',
  title,
  url: `https://example.org/${title}`,
}));
const blank = emptyForm({ timezone: 'America/New_York' }, offers, { columns: 80, rows: 24 });

/** Types keys by name; words are typed letter by letter. */
const fill = (form: Form, ...typed: readonly string[]): readonly [Form, FormEffect | undefined] => {
  let state = form;
  let left: FormEffect | undefined;
  for (const word of typed)
    for (const key of /^(?:down|up|enter|space|esc|ctrl-.|tab)$/.test(word)
      ? [word]
      : word.split('')) {
      const [next, effect] = updateForm(state, { type: 'key', key: key === ' ' ? 'space' : key });
      state = next;
      left = effect ?? left;
    }
  return [state, left];
};

describe('the set-up', () => {
  it('gives what was filled in, lists taken apart at commas, and the feeds that were chosen', () => {
    const [, left] = fill(
      blank,
      ...[
        'Lakeside',
        'down',
        'down',
        'Dr. Osei, Dr. Whitlock',
        'down',
        'Milford',
        'down',
        '555-0134',
      ],
      ...['down', 'down', 'down', 'down', 'down', 'space', 'down', 'enter'],
    );
    expect(left).toEqual({
      type: 'leave',
      filled: {
        name: 'Lakeside',
        aliases: [],
        clinicians: ['Dr. Osei', 'Dr. Whitlock'],
        place: 'Milford',
        phone: '555-0134',
        hours: 'Mon-Fri 08:00-17:00',
        timezone: 'America/New_York',
        minutes: 240,
        feeds: [{ ...offers[1], chosen: true }],
      },
    });
  });

  it.each([
    [['ctrl-s'], 0, 'The practice needs a name.'],
    [
      ['L', 'up', 'down', 'down', 'down', 'down', 'down', 'down', 'ctrl-u', 'Mars', 'ctrl-s'],
      6,
      '"Mars" is no time zone.',
    ],
    [
      ['L', 'down', 'down', 'down', 'down', 'down', 'down', 'down', '-5', 'ctrl-s'],
      7,
      'above zero',
    ],
  ])('%j goes to what is missing or wrong, and says so', (typed, at, problem) => {
    const [form, left] = fill(blank, ...typed);
    expect(left).toBeUndefined();
    expect(form.at).toBe(at);
    expect(form.problem).toContain(problem);
  });

  it('asks before it is left, and ctrl-c does not', () => {
    const [asked, none] = fill(blank, 'L', 'esc');
    expect([asked.step, none]).toEqual(['leaving', undefined]);
    expect(fill(asked, 'n')[0].step).toBe('filling');
    expect(fill(asked, 'y')[1]).toEqual({ type: 'leave' });
    expect(fill(blank, 'ctrl-c')[1]).toEqual({ type: 'leave', exitCode: 130 });
  });

  it('fills a small window and keeps the line that is typed on it', () => {
    const [form] = fill(
      { ...blank, size: { columns: 60, rows: 15 } },
      'down',
      'down',
      'down',
      'Milford',
    );
    const { lines, cursor } = formLines(form, themeFor({}).signs);
    expect(lines).toHaveLength(15);
    expect(lines[cursor?.row ?? 0]?.map(({ text }) => text).join('')).toContain('Milford');
  });
});

describe('the first question', () => {
  const welcome = { at: 0, size: { columns: 80, rows: 24 } };
  it.each([
    [['enter'], 'demo'],
    [['j', 'enter'], 'init'],
    [['s'], 'init'],
    [['down', 'down', 'down', 'up', 'down', 'enter'], 'quit'],
    [['ctrl-c'], 'interrupt'],
  ] as const)('%j means %s', (typed, expected) => {
    let state = welcome;
    let way: string | undefined;
    for (const key of typed) {
      const [next, chosen] = choose(state, { type: 'key', key });
      [state, way] = [next, chosen ?? way];
    }
    expect(way).toBe(expected);
  });
});
