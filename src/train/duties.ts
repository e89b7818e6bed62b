import { readAbout } from '../classify/about.ts';
import type { Knowledge } from '../classify/classifier.ts';
import { readDocument } from '../classify/document.ts';
import { dutyHeads, signalsOf } from '../classify/duty.ts';
import type { DutyEvidence, DutyKnowledge } from '../classify/duty.ts';
import { readFeatures } from '../classify/features.ts';
import { judgeFeelings } from '../classify/feelings.ts';
import { findIdentifiers } from '../classify/identifiers.ts';
import { readLanguage } from '../classify/language.ts';
import { logitsOf } from '../classify/model.ts';
import type { Model } from '../classify/model.ts';
import type { Classifiable } from '../core/verdict.ts';
import type { DutyText } from './duty-texts.ts';
import { lakeside } from './lakeside.ts';
import { fit } from './fit.ts';
import type { Example } from './fit.ts';
import { blend } from './blend.ts';
import { shrink } from './shrink.ts';

type Known = Omit<Knowledge, 'duty'>;

/** Gathers what the rules and the sentiment models say of a text before duty is judged. */
const gatherer = ({ rules, feelings }: Known) => {
  const about = readAbout(lakeside);
  return (item: Classifiable): DutyEvidence => {
    const document = readDocument(item.text, item.title);
    const { sentiment, features } = judgeFeelings(document, item, feelings, readLanguage(document));
    const hits = rules(document);
    const identified = Math.max(0, ...findIdentifiers(document, hits).map(one => one.confidence));
    const aboutPractice = about(document, item, hits);
    // Judging leaves out the letters of the whole, which learning needs.
    const whole = readFeatures(features.document, feelings.english.sentiment);
    return { item, features: whole, hits, sentiment, aboutPractice, identified };
  };
};

const shape = {
  kind: 'sigmoid',
  columns: dutyHeads.length,
  wordBits: 14,
  letterBits: 14,
  letterShare: 0.7,
} as const;
const schedule = { epochs: 14, rate: 0.8, calm: 0.05, seed: 7 } as const;
const folds = 5;

/**
 * The chance from which a head is said: it becomes the half of what the mix gives. Missed danger costs more than a look
 * too many; the others balance recall and precision on texts that no fold had seen.
 */
const said = {
  urgent: 0.18,
  negative: 0.4,
  advice: 0.3,
  privacy: 0.3,
  legal: 0.4,
  question: 0.3,
  spam: 0.3,
  warm: 0.45,
} as const;

/** Texts between two that a fold leaves out are neighbours of their kind, so that each fold has some of all. */
export const fitDuties = (texts: readonly DutyText[], knowledge: Known): DutyKnowledge => {
  const gather = gatherer(knowledge);
  const gathered = texts
    .map(text => ({ text, evidence: gather(text.item) }))
    .filter(({ evidence }) => evidence.features.count > 0);
  const examples = gathered.map(({ text, evidence }) => exampleOf(text, evidence));
  const train = (some: readonly Example[]): Model => shrink(fit(some, shape, schedule));
  // The mix must weigh the model as it is on texts that it has not seen.
  const unseen: ArrayLike<number>[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = train(examples.filter((_, at) => at % folds !== fold));
    examples.forEach(({ features }, at) => {
      if (at % folds === fold) unseen[at] = logitsOf(model, features);
    });
  }
  const mix = dutyHeads.map(head =>
    blend(
      gathered.flatMap(({ text, evidence }, at) =>
        text.unsaid.includes(head) || text.seen
          ? []
          : [
              {
                signals: signalsOf(evidence, unseen[at] ?? []),
                holds: text.holds.includes(head),
                weight: text.weight,
              },
            ],
      ),
    ),
  );
  const shifted = mix.map((row, at) => {
    const chance = said[dutyHeads[at] ?? 'warm'];
    return row.with(0, (row[0] ?? 0) - Math.log(chance / (1 - chance)));
  });
  return { model: train(examples), mix: shifted };
};

const exampleOf = ({ holds, unsaid, weight }: DutyText, { features }: DutyEvidence): Example => ({
  features,
  label: bitsOf(holds),
  unsaid: bitsOf(unsaid),
  weight,
});

const bitsOf = (heads: readonly string[]): number =>
  dutyHeads.reduce((bits, head, at) => (heads.includes(head) ? bits | (1 << at) : bits), 0);
