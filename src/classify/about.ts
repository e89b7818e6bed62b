import type { Practice } from '../core/practice.ts';
import type { Classifiable } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { readNames } from './names.ts';
import type { Hit } from './rules.ts';

/** Says whether a text is about this practice; `hits` of the lexicon `care` tell a patient's own words. */
export type About = (document: Document, item: Classifiable, hits: readonly Hit[]) => boolean;

/**
 * Names decide first: ours say yes, a namesake's place says no. Then the source: reviews and what a source about the
 * practice brings are ours; a comment is ours when it speaks of care received; posts and headlines need the name.
 */
export const readAbout = (practice: Practice): About => {
  const names = readNames(practice);
  const isSetUp = practice.name.trim() !== '';
  return (document, item, hits) => {
    const named = names(document);
    if (named === 'ours') return true;
    if (named === 'namesake') return false;
    if (item.about === 'practice') return true;
    if (item.about === 'topic') return false;
    switch (item.kind) {
      case 'review':
        return true;
      case 'headline':
      case 'post':
        return false;
      case 'question':
        return has(hits, 'question') || speaksOfUs(hits);
      case 'comment':
        return speaksOfUs(hits);
      case undefined:
        return item.rating !== undefined || (!isSetUp && speaksOfUs(hits));
      default:
        return item.kind satisfies never;
    }
  };
};

/** What a patient says under our own page, unless it is said of another place. */
const speaksOfUs = (hits: readonly Hit[]): boolean =>
  (has(hits, 'care') || has(hits, 'negative')) && !has(hits, 'elsewhere');

const has = (hits: readonly Hit[], lexicon: string): boolean =>
  hits.some(({ rule }) => rule.lexicon === lexicon);
