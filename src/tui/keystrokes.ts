import { charactersOf } from '../text/width.ts';

/** What Ink says of a key press, as far as we look at it. */
export type Press = {
  readonly [name in (typeof named)[number][0]]: boolean;
} & { readonly ctrl: boolean; readonly meta: boolean; readonly shift: boolean };

const named = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
  ['tab', 'tab'],
] as const;

/**
 * Reads Ink's events as keys by name: `j`, `down`, `ctrl-d`, `alt-b`, `space`. Several characters in one event are
 * several keys. Replies of the terminal (OSC, DCS), which arrive as an alt key and loose text, are dropped.
 */
export const createKeyReader = (): ((input: string, press: Press) => readonly string[]) => {
  let inReply = false;
  return (input, press) => {
    if (press.meta && replyStarts.has(input)) {
      inReply = true;
      return [];
    }
    if (inReply) {
      const rest = afterReply(input, press);
      inReply = rest === undefined;
      if (rest === undefined || rest === '') return [];
      return charactersAsKeys(rest);
    }
    return keysOf(input, press);
  };
};

const keysOf = (input: string, press: Press): readonly string[] => {
  const name = named.find(([flag]) => press[flag])?.[1];
  if (name === 'tab' && press.shift) return ['shift-tab'];
  if (name !== undefined) return [press.meta && name !== 'esc' ? `alt-${name}` : name];
  if (press.ctrl) return input === '' ? [] : [`ctrl-${input}`];
  if (press.meta) return input === '' ? [] : [`alt-${input}`];
  return charactersAsKeys(input);
};

const charactersAsKeys = (input: string): readonly string[] =>
  Array.from(charactersOf(input), ({ segment }) => segment).flatMap(characterAsKey);

const characterAsKey = (character: string): readonly string[] => {
  if (character === ' ') return ['space'];
  if (/^[\r\n]/.test(character)) return ['enter'];
  if (character === '\t') return ['tab'];
  if (character === '\u007f' || character === '\b') return ['backspace'];
  const code = character.codePointAt(0) ?? 0;
  if (code >= 1 && code <= 26) return [`ctrl-${String.fromCharCode(code + 96)}`];
  // What terminals send for ctrl and the underscore or the slash.
  if (code === 31) return ['ctrl-_'];
  return code < 32 || (code >= 127 && code < 160) ? [] : [character];
};

/** ESC ] begins an operating system command, ESC P a device control string, ESC _ and ESC ^ their kin. */
const replyStarts = new Set([']', 'P', '_', '^']);

/** What follows a reply's end (BEL, or ESC \ which arrives as alt-backslash); undefined while it goes on. */
const afterReply = (input: string, { meta }: Press): string | undefined => {
  if (meta) return input === '\\' ? '' : undefined;
  const bell = input.indexOf('\u0007');
  if (bell >= 0) return input.slice(bell + 1);
  // A reply is digits, colours and words; a key pressed on its own is a person who typed alt-].
  return input.length === 1 ? input : undefined;
};
