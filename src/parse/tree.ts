import { Tokenizer } from 'htmlparser2';
import { decodeEntities } from '../text/entities.ts';
import { noAttributes } from './element.ts';
import type { Element } from './element.ts';
import { blame, problemsOf } from './faults.ts';
import type { Faults } from './faults.ts';
import type { Problem } from './parsed.ts';
import { readProlog } from './prolog.ts';
import { buildTree } from './tree-builder.ts';

export type Tree = { readonly root: Element; readonly problems: readonly Problem[] };

/** A `<` that begins no tag, as in `<3` or `a < b`; the tokenizer would take it for one and lose the next. */
const strayLess = /<(?![A-Za-z_:!?/])/;

/**
 * Reads XML as tolerantly as browsers read HTML, on htmlparser2's tokenizer: any text gives a tree, and what was wrong
 * is told. Linear in the length of the text. `base` is the address of the document.
 */
export const readTree = (document: string, base?: string): Tree => {
  const prolog = readProlog(document);
  const { entities } = prolog;
  const source = strayLess.test(prolog.text)
    ? prolog.text.replace(new RegExp(strayLess, 'g'), '&lt;')
    : prolog.text;
  const faults: Faults = new Map();
  const builder = buildTree(source, base, faults);

  const decoded = (from: number, to: number): string => {
    const text = source.slice(from, to);
    if (!text.includes('&')) return text;
    if (mayBeUndeclared.test(text) && !isDeclared(text, entities))
      blame(
        faults,
        'broken-xml',
        'A character that XML wants escaped, or an entity that nobody declared',
      );
    return decodeEntities(text, entities);
  };

  let tag = '';
  let start = 0;
  let attribute = '';
  let value = '';
  let attributes: Map<string, string> | undefined;
  const open = (end: number, selfCloses: boolean): void => {
    builder.open(tag, attributes ?? noAttributes, { start, end: end + 1, selfCloses });
    attributes = undefined;
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (from, to) => {
        tag = source.slice(from, to).toLowerCase();
        start = from - 1;
      },
      onattribname: (from, to) => {
        attribute = source.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from, to) => (value += decoded(from, to)),
      onattribend: () => {
        attributes ??= new Map();
        if (attributes.size < mostAttributes) attributes.set(attribute, value);
      },
      onopentagend: end => open(end, false),
      onselfclosingtag: end => open(end, true),
      onclosetag: (from, to) => builder.close(source.slice(from, to).toLowerCase(), from - 2),
      ontext: (from, to) => builder.write(decoded(from, to)),
      oncdata: (from, to, offset) => builder.write(source.slice(from, to - offset)),
      onattribentity: () => {},
      ontextentity: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  const root = builder.end(source.length);
  return { root, problems: [...prolog.problems, ...problemsOf(faults)] };
};

/** More on one element is an attack. */
const mostAttributes = 100;

const mayBeUndeclared = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

const isDeclared = (text: string, entities: ReadonlyMap<string, string>): boolean =>
  entities.size > 0 &&
  text
    .split('&')
    .slice(1)
    .every(
      part =>
        entities.has(part.slice(0, Math.max(0, part.indexOf(';')))) ||
        !mayBeUndeclared.test(`&${part}`),
    );
