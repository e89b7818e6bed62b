import fc from 'fast-check';
import { expect, test } from 'vitest';
import { screen } from '../../src/reply/screen.ts';
import { lakeside, policy } from './policy.ts';

const rulesFor = (draft: string, mention?: string) =>
  screen(draft, {
    policy,
    practice: lakeside,
    ...(mention === undefined ? {} : { mention: { text: mention } }),
  }).map(finding => finding.rule);

test('the same words are safe of patients in general and not of one person', () => {
  expect(rulesFor('Patients are asked to bring a list of medicines.')).toEqual([]);
  expect(rulesFor('You forgot your medicines list on Tuesday.')).toContain('confirms-patient');
});

test('denying that somebody is a patient discloses as much as saying so', () => {
  expect(rulesFor('You were never a patient here.')).toContain('confirms-patient');
  expect(rulesFor('We cannot confirm or deny whether anyone is a patient here.')).toEqual([]);
});

test('repeating what the reviewer disclosed discloses it again', () => {
  const mention = 'Waited two hours with my migraine';
  expect(rulesFor('We are sorry that the migraine made it worse.', mention)).toContain(
    'reveals-phi',
  );
});

test('a question about a vaccine may be answered with its name', () => {
  const draft = 'Flu shots are available for everyone 6 months and older.';
  expect(rulesFor(draft, 'Can I get my flu shot there?')).toEqual([]);
});

test('a blank that nobody filled blocks', () => {
  expect(rulesFor('Please call [phone].')).toEqual(['unfilled-blank']);
  expect(rulesFor('Please call {{phone}}.')).toEqual(['unfilled-blank']);
});

test('the words of the practice itself are no secret', () => {
  expect(rulesFor('Dr. Osei says thank you.')).toEqual(['names-staff']);
});

test('a finding says where it stands in the draft', () => {
  const draft = 'Thank you! 👍 We saw you on Monday.';
  const [finding] = screen(draft, { policy });
  expect(draft.slice(finding?.start, finding?.end)).toBe('We saw you');
});

test('the same reply going out again is noticed', () => {
  const reply = 'Thank you for your feedback. Our manager would like to listen: 555-0134.';
  expect(screen(reply, { policy, recent: [reply] }).map(one => one.rule)).toContain(
    'same-text-again',
  );
});

test('whatever is typed, findings lie within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), draft => {
      for (const { start, end } of screen(draft, { policy, mention: { text: draft } })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(draft.length);
      }
    }),
  );
});
