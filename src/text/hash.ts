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
  high = mix(high, low);
  low = mix(low, high);
  const wide = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  return wide.toString(36).padStart(13, '0');
};

const mix = (lane: number, other: number): number => {
  const first = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  return Math.imul(first ^ (first >>> 13), 0xc2b2ae35) ^ (other ^ (other >>> 16));
};

/** Whether a string can be a fingerprint. */
export const isFingerprint = (text: string): boolean => /^[\da-z]{13}$/.test(text);
