import { shippedPolicy } from '../../src/commands/policy.ts';
import type { Practice } from '../../src/core/practice.ts';
import { root } from '../root.ts';

/** The policy as it ships. */
export const policy = await shippedPolicy(root);

/** The practice of the fixtures. */
export const lakeside: Practice = {
  name: 'Lakeside Family Medicine',
  aliases: ['Lakeside Family'],
  clinicians: ['Dr. Amara Osei', 'Dr. Ben Whitlock'],
  place: 'Milford, Connecticut',
  phone: '555-0134',
};
