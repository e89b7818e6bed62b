import type { HealthTopic } from './topic-searches.ts';

/** The practice's own profile: what it is called, who works there, how to reach it. */
export type Practice = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly clinicians: readonly string[];
  readonly place?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  /** Health subjects that it follows; what is suggested is chosen by them. */
  readonly topics?: readonly HealthTopic[];
};

/** No practice is set up: reviews, and comments that speak of care, count as about the one that asks. */
export const nobody: Practice = { name: '', aliases: [], clinicians: [] };

/** When the office is open and how much of its time replies may take. */
export type Office = {
  /** `Mon-Fri 08:00-17:00, Sat 09:00-12:00` */
  readonly hours: string;
  /** IANA name, as in `America/New_York`. */
  readonly timezone: string;
  /** ISO dates on which the office is closed. */
  readonly holidays: readonly string[];
  readonly minutesPerWeek: number;
};
