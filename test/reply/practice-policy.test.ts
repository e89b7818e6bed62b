import { expect, test } from 'vitest';
import { parsePracticePolicy } from '../../src/reply/parse-practice-policy.ts';
import { readPolicy } from '../../src/reply/parse-policy.ts';
import { screen } from '../../src/reply/screen.ts';
import { policy } from './policy.ts';

const own = `
[[rule]]
id = "no-rival-names"
severity = "block"
reason = "names another practice"
source = "our partners' meeting"
remedy = "Leave the name out."
say = "other offices"
[[rule.pattern]]
match = ["shoreline clinic"]
`;

test('a practice adds a rule of its own', () => {
  const ours = parsePracticePolicy(own, policy);
  const rules = screen('Shoreline Clinic is fine too.', { policy: ours }).map(one => one.rule);
  expect(rules).toContain('no-rival-names');
});

test('a practice adds phrases to a shipped rule', () => {
  const text = '[[change]]\nrule = "over-promotion"\nmatch = ["healing garden"]';
  const ours = parsePracticePolicy(text, policy);
  const rules = screen('Our healing garden is open.', { policy: ours }).map(one => one.rule);
  expect(rules).toContain('over-promotion');
});

test('a practice writes a word list of its own for its own rules', () => {
  const listed = own.replace('match = ["shoreline clinic"]', 'match = ["@rival"]');
  const ours = parsePracticePolicy(
    `[words]\nrival = ["shoreline", "harbor ..1 clinic"]\n${listed}`,
    policy,
  );
  const rules = screen('Ask the Harbor Street Clinic.', { policy: ours }).map(one => one.rule);
  expect(rules).toContain('no-rival-names');
});

test('a practice tightens a warning', () => {
  const ours = parsePracticePolicy('[[change]]\nrule = "names-staff"\nseverity = "block"', policy);
  expect(ours.rules.find(rule => rule.id === 'names-staff')?.severity).toBe('block');
  expect(ours.loosened).toEqual([]);
});

test('a shipped rule is not loosened in silence', () => {
  const text = '[[change]]\nrule = "confirms-patient"\nseverity = "warn"';
  expect(() => parsePracticePolicy(text, policy)).toThrow(/cannot become warn without because/);
});

test('a rule that is loosened with a reason is shown as such', () => {
  const text =
    '[[change]]\nrule = "over-promotion"\nseverity = "warn"\nbecause = "our spa page is a shop"';
  const ours = parsePracticePolicy(text, policy);
  expect(ours.loosened).toEqual([{ rule: 'over-promotion', reason: 'our spa page is a shop' }]);
});

test('a changed policy is another version', () => {
  expect(parsePracticePolicy(own, policy).version).not.toBe(policy.version);
});

test.each([
  ['not TOML', '[[rule', /not valid TOML/],
  ['a shipped id', own.replace('no-rival-names', 'incentive'), /give yours another id/],
  ['a shipped word list', '[words]\nglad = ["sad"]', /"glad" is shipped/],
  ['an unknown rule', '[[change]]\nrule = "nothing"', /there is no rule "nothing"/],
  [
    'a misspelt list',
    own.replace('shoreline clinic', '@nolist'),
    /"@nolist", which does not exist/,
  ],
  ['a phrase that means anything', own.replace('shoreline clinic', '..3'), /would match anything/],
])('a policy with %s is refused with a sentence', (_, text, sentence) => {
  expect(() => parsePracticePolicy(text, policy)).toThrow(sentence);
});

test('a shipped frame that is misspelt is found when the policy is read', () => {
  const text = `${own}unless = ["conditionl"]`;
  expect(() =>
    readPolicy([{ name: 'x', text: text.replace('severity', 'version = 1\nseverity') }]),
  ).toThrow(/frame "conditionl"/);
});
