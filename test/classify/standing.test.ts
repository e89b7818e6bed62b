import { describe, expect, it } from 'vitest';
import { readAbout } from '../../src/classify/about.ts';
import type { Standing } from '../../src/classify/about.ts';
import { readDocument } from '../../src/classify/document.ts';
import type { MentionKind } from '../../src/core/mention.ts';
import { nobody } from '../../src/core/practice.ts';
import { lakeside } from './lakeside.ts';
import { readKnowledge } from '../../src/commands/knowledge.ts';
import { root } from '../root.ts';

const { rules } = await readKnowledge(root);
const standing = (text: string, kind: MentionKind, practice = lakeside): Standing => {
  const document = readDocument(text);
  return readAbout(practice)(document, { text, kind }, rules(document));
};

describe('whose a text is', () => {
  it.each<[Standing, MentionKind, string]>([
    ['ours', 'post', 'Nobody at Lakeside Family Medicine ever calls me back'],
    ['ours', 'post', 'Lakeside charged my card twice for one visit, their billing is a mess'],
    ['others', 'post', 'Lakeside High cancelled practice again'],
    ['others', 'post', 'we had a picnic on the lakeside, the staff of the kiosk was rude'],
    ['others', 'post', 'The nurse at Lakeside Family Medicine in Portland, Oregon was rude'],
    ['others', 'headline', 'Clinic in Ohio overbilled patients'],
    ['ours', 'headline', 'Lakeside Family Medicine overbilled patients, audit says'],
    ['ours', 'comment', 'your receptionist hung up on me'],
    ['others', 'comment', 'my old doctor never called me back'],
    ['unsaid', 'comment', 'You folks are gold.'],
    ['others', 'review', 'Sorry, wrong business, meant for the tire shop.'],
    ['others', 'review', 'Never been here. I hit the star by accident.'],
    ['ours', 'review', 'I have never been here without waiting two hours.'],
  ])('is %s: a %s, %j', (expected, kind, text) => {
    expect(standing(text, kind)).toBe(expected);
  });

  it('is ours where no practice is set up and somebody speaks of their care', () => {
    expect(standing('they cancelled my appointment again', 'post', nobody)).toBe('ours');
    expect(standing('lovely sunset tonight', 'post', nobody)).toBe('others');
  });
});
