import { describe, expect, it } from 'vitest';
import { lengthIn, networkLimitOf } from '../../src/reply/network-limit.ts';

describe('the limit of a network', () => {
  it.each([
    ['https://www.google.com/maps/reviews/1', 'feed', 'Google'],
    ['https://maps.google.com/?cid=1', undefined, 'Google'],
    ['https://bsky.app/profile/a/post/1', 'feed', 'Bluesky'],
    ['https://mobile.twitter.com/a/status/1', 'feed', 'X'],
    ['https://www.yelp.co.uk/biz/x', 'feed', 'Yelp'],
    ['https://old.reddit.com/r/x/1', 'feed', 'Reddit'],
    ['https://hachyderm.io/@a/1', 'mastodon', 'Mastodon'],
    [undefined, 'google-business', 'Google'],
  ])('of a mention at %s from a source of kind %s is that of %s', (url, kind, network) => {
    expect(networkLimitOf(url, kind)?.network).toBe(network);
  });

  it('is not guessed from a link that only looks alike', () => {
    for (const url of ['https://notyelp.com/biz', 'https://news.google.com/x', 'javascript:x.com/'])
      expect(networkLimitOf(url, 'feed')).toBeUndefined();
    expect(networkLimitOf(undefined, 'constructor')).toBeUndefined();
  });
});

describe('the length of a text', () => {
  const mastodon = networkLimitOf(undefined, 'mastodon');

  it('is counted in bytes where the network does', () => {
    expect(lengthIn('Grüße', networkLimitOf(undefined, 'google-business'))).toBe(7);
  });

  it('is what a reader counts elsewhere: a family is one character', () => {
    expect(lengthIn('👩‍👩‍👧 yes', networkLimitOf(undefined, 'bluesky'))).toBe(5);
    expect(lengthIn('👩‍👩‍👧 yes')).toBe(5);
  });

  it('takes a link for as long as the network does', () => {
    expect(lengthIn(`See https://example.org/${'a'.repeat(300)} today`, mastodon)).toBe(33);
    expect(lengthIn('See https://a.io today', mastodon)).toBe(33);
  });
});
