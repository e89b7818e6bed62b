import { isWideSpace } from './space.ts';

/**
 * A 64-bit fingerprint of a string as 13 characters of base 36: two 32-bit multiply-and-xorshift lanes in the manner
 * of MurmurHash3's finaliser. For identity, not for secrets: 100,000 strings collide with odds of about 3 in 10^10.
 */
export const fingerprint = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  return spelled(high, low);
};

/** The fingerprint of a text with every run of white space as one space, and none at its ends. */
export const fingerprintOfWords = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  let isWritten = false;
  let isSpaceDue = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit <= 32 ? unit === 32 || (unit >= 9 && unit <= 13) : unit >= 0xa0 && isWideSpace(unit)) {
      isSpaceDue = isWritten;
      continue;
    }
    if (isSpaceDue) {
      high = Math.imul(high ^ 32, 0x9e3779b1);
      low = Math.imul(low ^ 32, 0x5f356495);
      isSpaceDue = false;
    }
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    isWritten = true;
  }
  return spelled(high, low);
};

const spelled = (high: number, low: number): string => {
  const first = mix(high, low);
  const second = mix(low, first);
  const wide = (BigInt(first >>> 0) << 32n) | BigInt(second >>> 0);
  return wide.toString(36).padStart(13, '0');
};

const mix = (lane: number, other: number): number => {
  const first = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  return Math.imul(first ^ (first >>> 13), 0xc2b2ae35) ^ (other ^ (other >>> 16));
};

/** Whether a string can be a fingerprint. */
export const isFingerprint = (text: string): boolean => /^[\da-z]{13}$/.test(text);
