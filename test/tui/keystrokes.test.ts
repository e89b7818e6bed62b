import { describe, expect, it } from 'vitest';
import { createKeyReader } from '../../src/tui/keystrokes.ts';
import type { Press } from '../../src/tui/keystrokes.ts';

const plain: Press = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageUp: false,
  pageDown: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  backspace: false,
  delete: false,
  tab: false,
  ctrl: false,
  meta: false,
  shift: false,
};

const read = (...events: readonly (readonly [string, Partial<Press>?])[]) => {
  const reader = createKeyReader();
  return events.flatMap(([input, press]) => reader(input, { ...plain, ...press }));
};

describe('what is typed', () => {
  it('is read key by key, also when it arrives in one piece', () => {
    expect(read(['jjk G'])).toEqual(['j', 'j', 'k', 'space', 'G']);
  });

  it('has names for what is no character', () => {
    expect(
      read(
        ['', { downArrow: true }],
        ['\r', { return: true }],
        ['d', { ctrl: true }],
        ['b', { meta: true }],
      ),
    ).toEqual(['down', 'enter', 'ctrl-d', 'alt-b']);
    expect(read(['a\r\nb\u0003'])).toEqual(['a', 'enter', 'b', 'ctrl-c']);
    expect(read(['', { tab: true, shift: true }])).toEqual(['shift-tab']);
  });

  it('keeps an emoji of several code points in one piece', () => {
    expect(read(['👩‍⚕️!'])).toEqual(['👩‍⚕️', '!']);
  });

  it.each([
    ['an OSC reply that ends in BEL', [[']', { meta: true }], ['11;rgb:0000/0000/0000\u0007']]],
    [
      'an OSC reply that ends in ST',
      [[']', { meta: true }], ['52;c;aGk='], ['\\', { meta: true }]],
    ],
    ['a DCS reply', [['P', { meta: true }], ['>|xterm(379)'], ['\\', { meta: true }]]],
  ] as const)('%s is dropped, and the next key counts', (_, events) => {
    expect(read(...events)).toEqual([]);
    expect(read(...events, ['j'])).toEqual(['j']);
  });
});
