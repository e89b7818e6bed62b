import type { Practice } from '../../src/core/practice.ts';

/** The practice of every story here. */
export const lakeside: Practice = {
  name: 'Lakeside Family Medicine',
  aliases: ['Lakeside Family'],
  clinicians: ['Dr. Amara Osei', 'Dr. Ben Whitlock'],
  place: 'Milford, Connecticut',
  phone: '555-0134',
};
