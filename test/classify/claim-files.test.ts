import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClaimReview } from '../../src/classify/claims/claim-review.ts';
import { parseClaims } from '../../src/classify/claims/parse-claims.ts';
import { topicIds } from '../../src/core/verdict.ts';
import { concepts, library } from './claim-library.ts';

describe('the shipped claims', () => {
  test('are at least 450, each with a fact, sources, a topic, a date and ways to say it', () => {
    expect(library.claims.length).toBeGreaterThanOrEqual(450);
    for (const { id, claim, fact, says, sources, topic, date } of library.claims) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(claim).toMatch(/\.$/);
      expect(fact, id).toMatch(/\.$/);
      expect(says.length, id).toBeGreaterThanOrEqual(4);
      expect(topicIds, id).toContain(topic);
      expect(date, id).toMatch(/^\d{4}-\d{2}$/);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { address } of sources) expect(address).toMatch(/^https:\/\//);
    }
  });

  test('never open the fact with the myth', () => {
    for (const { fact, claim } of library.claims)
      expect(fact?.toLowerCase().startsWith(claim.toLowerCase().slice(0, 25))).toBe(false);
  });

  test('name only concepts that exist', () => {
    const named = library.claims.flatMap(({ match }) =>
      match.flatMap(pattern => [...pattern.matchAll(/@([\w-]+)/g)].map(([, name]) => name)),
    );
    expect([...new Set(named)].filter(name => concepts[name ?? ''] === undefined)).toEqual([]);
  });
});

describe('a file of claims', () => {
  test('is read line by line, and bad lines are told with their number', () => {
    const text = [
      '{"id": "a", "claim": "A."}',
      'no json',
      '',
      '{"id": "b"}',
      '{"claim": "C."}',
      '[1]',
      '{"id": "a", "claim": "Again."}',
      '{"id": 9, "claim": "D.", "sources": ["https://example.org/d", "javascript:x", {"url": "http://example.net"}]}',
    ].join('\n');
    const { claims, problems } = parseClaims(text);
    expect(claims.map(({ id }) => id)).toEqual(['a', '9']);
    expect(claims[1]?.sources.map(({ address }) => address)).toEqual([
      'https://example.org/d',
      'http://example.net',
    ]);
    expect(problems.map(problem => problem.slice(0, 6))).toEqual([
      'line 2',
      'line 4',
      'line 5',
      'line 6',
      'line 7',
    ]);
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        expect(parseClaims(text).claims).toBeInstanceOf(Array);
        expect(parseClaimReview(text).claims).toBeInstanceOf(Array);
      }),
      { numRuns: 200 },
    );
  });
});

describe('ClaimReview', () => {
  const review = (claimReviewed: string, alternateName: string) => ({
    '@type': 'ClaimReview',
    claimReviewed,
    url: 'https://example.org/check',
    datePublished: '2026-03-04T10:00:00Z',
    author: { name: 'The Checkers' },
    reviewRating: { alternateName },
  });

  test.each([
    ['one object', review('Lake water heals', 'False')],
    ['an array', [review('Lake water heals', 'False')]],
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, review('Lake water heals', 'False')] }],
    ['a data feed', { dataFeedElement: [{ item: [review('Lake water heals', 'False')] }] }],
    [
      'an answer of the Fact Check Tools',
      {
        claims: [
          {
            text: 'Lake water heals',
            claimReview: [
              {
                publisher: { name: 'The Checkers' },
                url: 'https://example.org/check',
                textualRating: 'False',
                reviewDate: '2026-03-04',
              },
            ],
          },
        ],
      },
    ],
  ])('is read from %s', (_, markup) => {
    const { claims, problems } = parseClaimReview(JSON.stringify(markup));
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        id: 'lake-water-heals',
        claim: 'Lake water heals',
        fact: 'The Checkers rates this: False.',
        date: '2026-03-04',
        sources: [{ organisation: 'The Checkers', address: 'https://example.org/check' }],
      },
    ]);
  });

  test('leaves out what was found to be true, and says so', () => {
    const { claims, problems } = parseClaimReview(JSON.stringify(review('Water is wet', 'True')));
    expect(claims).toEqual([]);
    expect(problems).toEqual(['"Water is wet" was found to be true']);
  });
});
