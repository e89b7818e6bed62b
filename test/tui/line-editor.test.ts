import { describe, expect, it } from 'vitest';
import { edit, emptyLine, insert } from '../../src/tui/line-editor.ts';

/** Types keys; a bar stands where the cursor is. */
const typing = (...keys: readonly string[]) => {
  const { text, cursor } = keys.reduce((line, key) => edit(line, key) ?? line, emptyLine);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
};

describe('a line being typed', () => {
  it.each([
    ['words', ['h', 'i', 'space', 'y', 'o', 'u'], 'hi you|'],
    ['ctrl-a and ctrl-e', ['a', 'b', 'ctrl-a', 'c', 'ctrl-e', 'd'], 'cabd|'],
    ['ctrl-w takes a word', ['a', 'space', 'b', 'c', 'ctrl-w'], 'a |'],
    ['ctrl-u takes all before', ['a', 'b', 'left', 'ctrl-u'], '|b'],
    ['ctrl-k takes all after', ['a', 'b', 'left', 'ctrl-k'], 'a|'],
    ['backspace and delete', ['a', 'b', 'c', 'left', 'backspace', 'delete'], 'a|'],
    ['alt-b and alt-f', ['a', 'space', 'b', 'alt-b', 'x', 'alt-f'], 'a xb|'],
    ['arrows stop at the ends', ['left', 'a', 'right', 'right', 'b'], 'ab|'],
    ['an emoji is one character', ['👩‍⚕️', 'a', 'left', 'backspace'], '|a'],
  ])('%s', (_, keys, expected) => {
    expect(typing(...keys)).toBe(expected);
  });

  it('takes a paste without its breaks and controls', () => {
    expect(insert(emptyLine, 'two\r\nlines\u001B[31m').text).toBe('two lines[31m');
  });

  it('does not know keys that type nothing', () => {
    expect(edit(emptyLine, 'f1')).toBeUndefined();
    expect(edit(emptyLine, 'pageup')).toBeUndefined();
  });
});
