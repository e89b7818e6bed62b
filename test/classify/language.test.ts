import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/classify/document.ts';
import { readLanguage } from '../../src/classify/language.ts';
import { rowsOf } from './fixture.ts';
import { feelingsOf } from './knowledge.ts';

describe('the language of a text', () => {
  it.each(rowsOf('language'))('is %s: "%s"', (language, text = '') => {
    expect(readLanguage(readDocument(text)) ?? '-').toBe(language);
  });
});

describe('Spanish', () => {
  it.each(rowsOf('spanish'))('is judged as %s: "%s"', (label, text = '') => {
    expect(readLanguage(readDocument(text))).toBe('es');
    expect(feelingsOf({ text, kind: 'review' }, 'es').sentiment.label).toBe(label);
  });

  it('has topics with their own feelings', () => {
    const text = 'La doctora es excelente, pero esperé tres horas en la sala de espera.';
    const said = feelingsOf({ text, kind: 'review' }, 'es').topics;
    expect(said.map(({ id, sentiment }) => `${id} ${sentiment}`)).toEqual(
      expect.arrayContaining(['clinician positive', 'waiting negative']),
    );
  });
});
