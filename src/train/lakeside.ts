import type { Practice } from '../core/practice.ts';

/** The practice of the mentions that we wrote. */
export const lakeside: Practice = {
  name: 'Lakeside Family Medicine',
  aliases: ['Lakeside Family'],
  clinicians: ['Dr. Amara Osei', 'Dr. Ben Whitlock'],
  place: 'Milford, Connecticut',
};
