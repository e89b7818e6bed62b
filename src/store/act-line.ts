import { hash, randomBytes } from 'node:crypto';
import { withWords } from '../core/act-words.ts';
import type { Act } from '../core/triage.ts';
import { anyLink } from './salvage.ts';

/**
 * One line of the journal:
 * `{"seq":…,"last":…,"prev":"…","room":…,"act":{…},"beside":{"salt":"…","words":[…]},"hash":"…"}`.
 * The hash proves the line up to the end of the act, in which a salted digest stands for each piece of text that a
 * person wrote; the texts stand beside it. So they can be erased (with the salt, lest short ones be guessed) while the
 * chain still holds: blanks take their place, `room` bytes, and everything stays where it was.
 */
export type Beside = { readonly salt: string; readonly words: readonly string[] };

type Place = { readonly seq: number; readonly last: number; readonly prev: string };

/** The line that keeps an act, and the hash that the next one must carry. */
export const lineOf = (
  act: Act,
  { seq, last, prev }: Place,
): { readonly text: string; readonly link: string } => {
  const salt = randomBytes(16).toString('base64url');
  const words: string[] = [];
  const sealed = withWords(act, word => {
    words.push(word);
    return digestOf(salt, word);
  });
  const beside = words.length === 0 ? '' : besideText({ salt, words });
  const room = Buffer.byteLength(beside);
  const place = `"seq":${seq},"last":${last},"prev":"${prev || beginning}","room":${room}`;
  const body = `{${place},"act":${JSON.stringify(sealed)}`;
  const link = hash('sha256', body);
  return { text: `${body}${beside},"hash":"${link}"}\n`, link };
};

/** The act as it was, from how it stands on its line; where its words were erased they are empty. */
export const besides = (act: Act, beside: Beside | undefined): Act => {
  let at = 0;
  return withWords(act, () => beside?.words[at++] ?? '');
};

/** A line that proved itself: where it ends, its hash, and where its words stand or stood. */
export type Framed = {
  readonly seq: number;
  readonly last: number;
  readonly end: number;
  readonly link: string;
  readonly words: { readonly from: number; readonly to: number; readonly are: Words };
};

export type Words = 'none' | 'there' | 'erased';

/** Reads the line at `at`; undefined when it is damaged, or does not follow `link`. */
export const lineAt = (bytes: Buffer, at: number, link: string): Framed | undefined => {
  const end = bytes.indexOf(10, at);
  if (end < at + tailLength) return undefined;
  const to = end - tailLength;
  const [, own] = lineEnd.exec(bytes.toString('latin1', to, end)) ?? [];
  const [, seq, last, prev, room] = lineStart.exec(bytes.toString('latin1', at, at + 170)) ?? [];
  if (own === undefined || prev === undefined) return undefined;
  if (link !== anyLink && prev !== (link || beginning)) return undefined;
  const from = to - Number(room);
  if (from < at || hash('sha256', bytes.subarray(at, from)) !== own) return undefined;
  const are = wordsAt(bytes, at, from, to);
  if (are === undefined) return undefined;
  return {
    end: end + 1,
    link: own,
    seq: Number(seq),
    last: Number(last),
    words: { from, to, are },
  };
};

/** What stands in the room for words; undefined when they are not those whose digests the act carries. */
const wordsAt = (bytes: Buffer, at: number, from: number, to: number): Words | undefined => {
  if (from === to) return 'none';
  const text = bytes.toString('utf8', from, to);
  if (/^ +$/.test(text)) return 'erased';
  const beside = besideOn(text);
  if (!beside || besideText(beside) !== text) return undefined;
  const body = bytes.toString('latin1', at, from);
  let place = 0;
  for (const word of beside.words) {
    place = body.indexOf(`"${digestOf(beside.salt, word)}"`, place) + 1;
    if (place === 0) return undefined;
  }
  return 'there';
};

const besideOn = (text: string): Beside | undefined => {
  try {
    const { beside }: { beside?: Beside } = JSON.parse(`{${text.slice(1)}}`);
    return beside;
  } catch {
    return undefined;
  }
};

const besideText = ({ salt, words }: Beside): string =>
  `,"beside":${JSON.stringify({ salt, words })}`;

const digestOf = (salt: string, word: string): string =>
  `sha256:${hash('sha256', `${salt} ${word}`)}`;

const beginning = '0'.repeat(64);
/** `,"hash":"` + 64 digits + `"}` at the end of a line. */
export const tailLength = 9 + 64 + 2;
const lineStart = /^\{"seq":(\d+),"last":(\d+),"prev":"([0-9a-f]{64})","room":(\d+),"act":/;
const lineEnd = /^,"hash":"([0-9a-f]{64})"\}$/;
