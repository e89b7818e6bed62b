import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, editArea, insertText, replaceAll } from '../../src/tui/text-area.ts';

const columns = 12;

/** Types keys into a text; a bar stands where the cursor is. */
const typing = (text: string, ...keys: readonly string[]) => {
  const area = keys.reduce((before, key) => editArea(before, key, columns) ?? before, areaOf(text));
  return `${area.text.slice(0, area.cursor)}|${area.text.slice(area.cursor)}`;
};

describe('a text of several lines', () => {
  it.each([
    ['enter breaks the line', 'one', ['enter', 't'], 'one\nt|'],
    ['home and end keep to the line', 'one\ntwo', ['home', 'x', 'end', 'y'], 'one\nxtwoy|'],
    ['ctrl-u takes the line, not the text', 'one\ntwo', ['ctrl-u'], 'one\n|'],
    ['ctrl-k takes the rest of the line', 'one\ntwo', ['pageup', 'ctrl-k'], '|\ntwo'],
    [
      'up and down follow the wrapped lines',
      'the first of the wrapped lines',
      ['up'],
      'the first of the w|rapped lines',
    ],
    [
      'up keeps its column over a shorter line',
      'longer\nab\nlonger',
      ['up', 'up'],
      'longer|\nab\nlonger',
    ],
    ['up in the first line goes to the start', 'one', ['up'], '|one'],
    ['down in the last line goes to the end', 'one', ['home', 'down'], 'one|'],
    [
      'undo takes back a word at a time',
      '',
      ['o', 'n', 'e', 'space', 't', 'w', 'o', 'ctrl-_'],
      'one |',
    ],
    ['undo brings back what was cut', 'one two', ['ctrl-w', 'ctrl-_'], 'one two|'],
  ])('%s', (_, text, keys, expected) => {
    expect(typing(text, ...keys)).toBe(expected);
  });

  it('takes a paste with its breaks and without its controls', () => {
    expect(insertText(areaOf(''), 'a\r\nb\u001B[2Jc').text).toBe('a\nb[2Jc');
  });

  it('undo brings back what a template replaced', () => {
    const replaced = replaceAll(areaOf('my own words'), 'the template');
    expect(editArea(replaced, 'ctrl-_', columns)?.text).toBe('my own words');
  });

  it('keeps its cursor between characters, whatever is typed', () => {
    const key = fc.constantFrom(
      'a',
      'é',
      '👩‍⚕️',
      'space',
      'enter',
      'left',
      'right',
      'up',
      'down',
      'home',
      'end',
      'backspace',
      'delete',
      'ctrl-w',
      'ctrl-u',
      'ctrl-k',
      'ctrl-_',
      'alt-b',
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), keys => {
        let area = areaOf('Two hours.\n\nAnd then 日本語.');
        for (const one of keys) area = editArea(area, one, columns) ?? area;
        expect(area.cursor).toBeGreaterThanOrEqual(0);
        expect(area.cursor).toBeLessThanOrEqual(area.text.length);
        expect(area.text).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
