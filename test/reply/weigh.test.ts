import { expect, test } from 'vitest';
import { parsePracticePolicy } from '../../src/reply/parse-practice-policy.ts';
import type { Policy } from '../../src/reply/policy.ts';
import { screen } from '../../src/reply/screen.ts';
import { policy } from './policy.ts';

const rulesOf = (draft: string, by: Policy = policy) =>
  screen(draft, { policy: by }).map(finding => finding.rule);

const withBalance = (change: object): Policy => {
  const { opinion } = policy;
  if (!opinion) throw new Error('the policy ships with a model of what drafts resemble');
  return { ...policy, opinion: { ...opinion, balance: { ...opinion.balance, ...change } } };
};

test('what no rule knows can resemble what is unsafe, and the finding says that it is no more', () => {
  const draft = 'Posting such a thing will not end well for you or your relatives.';
  const [finding] = screen(draft, {
    policy: withBalance({ thresholds: Array.from({ length: 9 }, () => -9) }),
  });
  expect(finding?.message).toMatch(/^resembles drafts of which one /);
});

const promise = 'We guarantee that a written estimate reaches every family before any work begins.';
const ruleCountsLittle = { rule: 0, thresholds: Array.from({ length: 9 }, () => 9) };

test('words of a rule are let stand where a draft resembles nothing unsafe', () => {
  expect(rulesOf(promise, withBalance({ rule: 99 }))).toEqual(['unsupported-claim']);
  expect(rulesOf(promise, withBalance(ruleCountsLittle))).toEqual([]);
});

test('words that a practice forbids always count', () => {
  const own = '[[change]]\nrule = "unsupported-claim"\nmatch = ["written estimate"]';
  const ours = parsePracticePolicy(own, withBalance(ruleCountsLittle));
  expect(rulesOf(promise, ours)).toEqual(['unsupported-claim']);
});

test('one unsafe sentence is found among many that are safe', () => {
  const safe = [
    'Thank you for taking the time to write.',
    'Our office is open from Monday to Friday.',
    'We read every comment and share it with the team.',
    'Parking is behind the building.',
    'Please call 555-0134 with any question about a bill.',
  ];
  const unsafe = 'You were in on Tuesday for your root canal.';
  const long = [...safe, unsafe, ...safe].join(' ');
  const found = screen(long, { policy }).filter(({ rule }) => rule === 'confirms-patient');
  expect(found.map(({ start, end }) => unsafe.includes(long.slice(start, end)))).toContain(true);
  expect(rulesOf([...safe, ...safe].join(' '))).toEqual(['too-long']);
});
