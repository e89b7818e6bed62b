import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/reply/policy.ts';
import { screen } from '../../src/reply/screen.ts';
import { withoutVouched } from '../../src/reply/vouched.ts';
import { shippedPolicy } from '../../src/commands/policy.ts';
import { root } from '../root.ts';

const policy = await shippedPolicy(root);
const fact = 'No herb cures diabetes, and stopping insulin can kill within days.';

test('a checked fact is not screened, but every word around it is', () => {
  const outcome = (draft: string) => outcomeOf(screen(withoutVouched(draft, [fact]), { policy }));
  expect(outcome(`${fact} CDC: https://www.cdc.gov/diabetes`)).toBe('pass');
  expect(outcome(`${fact} Sorry you waited so long on Monday.`)).toBe('block');
  expect(outcome(fact.replace('No herb', 'Our herb'))).toBe('block');
});

test('what was added keeps its place', () => {
  const draft = `${fact} Thank you, ${fact}`;
  expect(withoutVouched(draft, [fact]).indexOf('Thank you')).toBe(draft.indexOf('Thank you'));
  expect(withoutVouched('a b', ['', 'a'])).toBe('a b');
});
