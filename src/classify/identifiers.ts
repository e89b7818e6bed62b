import type { Span } from '../core/verdict.ts';
import { longestJudged } from './document.ts';
import type { Document } from './document.ts';
import type { Hit } from './rules.ts';

/** Something that identifies a person, of the Safe Harbor list (45 CFR 164.514(b)(2)). */
export type Identifier = {
  readonly says: string;
  readonly confidence: number;
  readonly span: Span;
};

type Form = {
  readonly says: string;
  readonly confidence: number;
  /** What a text must hold before the form is sought at all. */
  readonly needs: RegExp;
  readonly form: RegExp;
};

/** Every form is linear: no repetition inside a repetition. */
const forms: readonly Form[] = [
  {
    says: 'gives a social security number',
    confidence: 0.95,
    needs: /\d-\d\d-\d/,
    form: /\b\d{3}-\d{2}-\d{4}\b/g,
  },
  {
    says: 'gives a record or insurance number',
    confidence: 0.95,
    needs: /\d[\d-]{4}/,
    form: /\b(?:mrn|medical record|record|chart|patient id|member id|member|policy|subscriber|insurance id|insurance|group|account|acct|medicare|medicaid|ssn|social security|social)\s?(?:number|num|no\.?|id|#)?\s?(?:is|was|:|#)?\s?#?[a-z]{0,4}-?\d[\d-]{4,14}[a-z]{0,2}\b/gi,
  },
  {
    says: 'gives a date of birth',
    confidence: 0.95,
    needs: /\d[\d/. -]{1,3}\d/,
    form: /\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|birthday|born(?: on)?)\s?(?:is|was|:)?\s?(?:on )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})/gi,
  },
  {
    says: 'gives a phone number',
    confidence: 0.7,
    needs: /\d{3}[ .-]\d{4}/,
    form: /(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b/g,
  },
  {
    says: 'gives an e-mail address',
    confidence: 0.75,
    needs: /@/,
    form: /\b[\w.+-]{1,40}@[a-z\d-]{1,40}\.[a-z]{2,10}\b/gi,
  },
  {
    says: 'gives a street address',
    confidence: 0.75,
    needs: /\d [a-z]/i,
    form: /\b\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Ct|Court|Blvd|Way|Pl|Place|Ter|Terrace)\b/gi,
  },
];

/** Finds identifiers; none is sought in a text without a digit or an at sign. */
export const findIdentifiers = (
  { text }: Document,
  hits: readonly Hit[],
): readonly Identifier[] => {
  const head = text.slice(0, longestJudged);
  if (!/[\d@]/.test(head)) return [];
  const isBusiness = hits.some(({ rule }) => rule.lexicon === 'spam');
  if (isBusiness) return [];
  return forms
    .filter(({ needs }) => needs.test(head))
    .flatMap(({ says, confidence, form }) =>
      [...head.matchAll(form)].slice(0, 3).map(({ 0: found, index }) => ({
        says,
        confidence,
        span: { start: index, end: index + found.length },
      })),
    );
};
