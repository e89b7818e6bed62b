import { expect, test } from 'vitest';
import { shippedTemplates } from '../../src/commands/policy.ts';
import { flagKinds, topicIds } from '../../src/core/verdict.ts';
import { factFirst } from '../../src/reply/fact-first.ts';
import { handOver, handOverMarkdown } from '../../src/reply/hand-over.ts';
import { outcomeOf } from '../../src/reply/policy.ts';
import { screen } from '../../src/reply/screen.ts';
import { fill, templatesFor } from '../../src/reply/templates.ts';
import { aMention, aVerdict } from '../making.ts';
import { lakeside, policy } from './policy.ts';
import { root } from '../root.ts';

const templates = await shippedTemplates(root);
const now = Date.parse('2026-11-20T15:00:00Z');

test.each(templates.map(template => [template.id, template] as const))(
  'filled, the template %s passes our own screening',
  (_, template) => {
    const blanks = {
      fact: 'Flu vaccines hold no live virus.',
      source: 'CDC: https://www.cdc.gov/flu',
    };
    const findings = screen(fill(template, lakeside, blanks), { policy, practice: lakeside });
    expect(findings).toEqual([]);
  },
);

test('every flag that can be answered has a template, whatever the topic', () => {
  for (const flag of flagKinds.filter(kind => kind !== 'spam'))
    for (const topic of topicIds) expect(templatesFor(templates, [flag], [topic])).not.toEqual([]);
});

test('what is urgent gets the fixed wording and nothing else', () => {
  const found = templatesFor(templates, ['negative', 'urgent'], ['waiting']);
  expect(found.map(one => [one.id, one.fixed])).toEqual([['urgent', true]]);
  expect(found[0]?.text).toMatch(/911.*988.*1-800-222-1222/s);
});

test('the topic chooses among the templates of a flag', () => {
  expect(templatesFor(templates, ['negative'], ['waiting'])[0]?.id).toBe('waiting');
  expect(templatesFor(templates, ['negative'], ['policy'])[0]?.id).toBe('call-us');
  expect(templatesFor(templates, [], ['staff'])[0]?.id).toBe('thanks-team');
});

test('a blank that the profile cannot fill stays, and blocks', () => {
  const [template] = templatesFor(templates, ['negative'], []);
  const { phone: _, ...without } = lakeside;
  const text = template ? fill(template, without) : '';
  expect(screen(text, { policy }).map(one => one.rule)).toContain('unfilled-blank');
});

const claim = {
  claim: 'The flu shot gives you the flu.',
  fact: 'Flu shots hold no live virus and cannot cause flu',
  sources: [{ organisation: 'CDC', address: 'https://www.cdc.gov/flu' }],
  date: '2026-11',
};

test('a reply to misinformation gives the fact and its source, and not the myth', () => {
  const { text, warnings } = factFirst(claim, now, '2026-11-01');
  expect(text).toMatch(/^Flu shots hold no live virus and cannot cause flu\. CDC: https/);
  expect(text).not.toContain('gives you the flu');
  expect(warnings).toEqual([]);
  expect(outcomeOf(screen(text, { policy }))).toBe('pass');
});

test('an old or missing source is warned of', () => {
  expect(factFirst({ ...claim, date: '2026-03' }, now, '2026-11-01').warnings).toHaveLength(1);
  expect(factFirst({ ...claim, date: '2024-03' }, now).warnings).toHaveLength(1);
  expect(factFirst({ ...claim, sources: [] }, now).warnings).toHaveLength(1);
});

test('the hand-over card says who, what, how urgent, what was said and what to say', () => {
  const card = handOverMarkdown(handOver(aMention(), aVerdict(), lakeside));
  expect(card).toContain('**Who:** Jörg K.');
  expect(card).toContain('**How urgent:** this week');
  expect(card).toContain('> Waited two hours and then the nurse rolled her eyes.');
  expect(card).toContain('Lakeside Family Medicine');
});

test('the gravest flag says how urgent a card is', () => {
  const flag = (kind: 'urgent' | 'negative') => ({
    kind,
    confidence: 1,
    reason: 'r',
    evidence: [],
  });
  const verdict = aVerdict({ flags: [flag('negative'), flag('urgent')] });
  expect(handOver(aMention(), verdict, lakeside).urgency).toBe('now');
});
