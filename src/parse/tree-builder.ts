import { decodeEntities } from '../text/entities.ts';
import { noAttributes } from './element.ts';
import type { Element } from './element.ts';
import { blame } from './faults.ts';
import type { Faults } from './faults.ts';
import { isField, isItem, isVoid, isWriting, showsMissingEnd } from './feed-words.ts';
import { canonicalName, declaring, emptyScope } from './namespaces.ts';
import type { Scope } from './namespaces.ts';
import { swallowedIn } from './swallowed.ts';

/** Deeper elements are counted, not kept: no feed nests so far, and finding the start of an end tag would take long. */
const deepest = 200;

/** A feed of 20,000 items has about this many elements; more would only cost memory. */
const mostElements = 400_000;

/** An element that is open. Inside a writing, `element` is the writing itself and `isMarkup` is true. */
type Level = {
  readonly tag: string;
  readonly element: Element;
  readonly scope: Scope;
  readonly from: number;
  readonly isMarkup: boolean;
};

export type TreeBuilder = {
  readonly open: (tag: string, attributes: ReadonlyMap<string, string>, span: Span) => void;
  readonly close: (tag: string, at: number) => void;
  readonly write: (text: string) => void;
  /** Closes what is still open where the document ends. */
  readonly end: (at: number) => Element;
};

/** Where a tag stands in the source: its `<`, and after its `>`; and whether it ends with `/>`. */
type Span = { readonly start: number; readonly end: number; readonly selfCloses: boolean };

/** Builds a tree from tags in any order; the end tags that are missing, misspelt or too many are made up for. */
export const buildTree = (
  source: string,
  base: string | undefined,
  faults: Faults,
): TreeBuilder => {
  const root = newElement('', noAttributes, { base, language: undefined });
  const stack: Level[] = [
    { tag: '', element: root, scope: emptyScope(), from: 0, isMarkup: false },
  ];
  const openTags = new Map<string, number>();
  let top = stack[0] as Level;
  let elements = 0;
  let tooDeep = 0;

  const push = (level: Level): void => {
    stack.push(level);
    top = level;
    openTags.set(level.tag, (openTags.get(level.tag) ?? 0) + 1);
  };

  const pop = (at: number): void => {
    const { tag, element, from, isMarkup } = top;
    if (!isMarkup && element.markup !== undefined) element.markup = source.slice(from, at);
    const left = (openTags.get(tag) ?? 1) - 1;
    if (left > 0) openTags.set(tag, left);
    else openTags.delete(tag);
    stack.pop();
    top = stack.at(-1) as Level;
  };

  /** Closes an element whose end tag is missing: what was taken for its inside stands beside it, in the item around. */
  const giveUp = (at: number): void => {
    const { element, isMarkup, scope } = top;
    pop(at);
    const item = stack.findLast(level => !level.isMarkup && isItem(level.element.name));
    if (item === undefined || isMarkup || isItem(element.name)) return;
    for (const child of element.children) item.element.children.push(child);
    if (element.markup === undefined) return;
    const swallowed = swallowedIn(element.markup, tag => isField(canonicalName(tag, scope)));
    if (swallowed === undefined) return;
    element.markup = element.markup.slice(0, swallowed.at);
    for (const { tag, text, isRaw } of swallowed.fields) {
      const field = newElement(canonicalName(tag, scope), noAttributes, item.element);
      field.text = isRaw ? text : decodeEntities(text);
      item.element.children.push(field);
    }
  };

  /** How many levels to close before an element of this name may open here. */
  const unclosedBefore = (name: string): number => {
    if (isItem(name)) {
      const item = stack.findLastIndex(level => !level.isMarkup && isItem(level.element.name));
      if (item !== -1) return stack.length - item;
      // A title of the feed without its end tag would swallow all items.
      const writing = stack.findIndex(level => level.isMarkup || isWriting(level.element.name));
      return writing === -1 ? 0 : stack.length - writing;
    }
    return !top.isMarkup && showsMissingEnd(name, top.element.name) ? 1 : 0;
  };

  const open: TreeBuilder['open'] = (tag, attributes, { start, end, selfCloses }) => {
    const scope = attributes.size === 0 ? top.scope : declaring(top.scope, attributes);
    const name = canonicalName(tag, scope);
    const unclosed = unclosedBefore(name);
    if (unclosed > 0) blame(faults, 'broken-xml', missingEnd);
    for (let count = 0; count < unclosed; count++) giveUp(start);
    const isMarkup = top.isMarkup || isWriting(top.element.name);
    if (isMarkup) top.element.markup = '';
    if (isMarkup && isVoid(name)) return;
    if (stack.length >= deepest) {
      if (tooDeep === 0) blame(faults, 'too-deep', nestsTooDeeply);
      if (!selfCloses) tooDeep++;
      return;
    }
    if (!isMarkup && ++elements > mostElements) {
      blame(faults, 'too-much', 'The feed has too many elements; some were skipped');
      return;
    }
    const element = isMarkup ? top.element : newElement(name, attributes, top.element);
    if (!isMarkup) top.element.children.push(element);
    if (!selfCloses) push({ tag, element, scope, from: end, isMarkup });
  };

  const close: TreeBuilder['close'] = (tag, at) => {
    if (tooDeep > 0 && !isWriting(canonicalName(tag, top.scope)) && !isItem(tag)) {
      tooDeep--;
      return;
    }
    if (!openTags.has(tag)) {
      if (!isVoid(tag)) blame(faults, 'broken-xml', strayEnd);
      return;
    }
    tooDeep = 0;
    while (top.tag !== tag) {
      blame(faults, 'broken-xml', missingEnd);
      giveUp(at);
    }
    pop(at);
  };

  const write = (text: string): void => {
    if (!top.isMarkup) top.element.text += text;
  };

  const end = (at: number): Element => {
    if (stack.length > 1) blame(faults, 'cut-off', 'The feed ends before its last end tag');
    while (stack.length > 1) pop(at);
    return root;
  };

  return { open, close, write, end };
};

const nestsTooDeeply = 'Elements nest too deeply; the innermost were skipped';
const missingEnd = 'An end tag is missing or misspelt';
const strayEnd = 'An end tag has no start tag';

const newElement = (
  name: string,
  attributes: ReadonlyMap<string, string>,
  outer: Pick<Element, 'base' | 'language'>,
): Element => {
  const base = attributes.get('xml:base');
  return {
    name,
    attributes,
    children: [],
    text: '',
    markup: undefined,
    base: base === undefined ? outer.base : rebased(base.trim(), outer.base),
    language: attributes.get('xml:lang') ?? outer.language,
    byName: undefined,
  };
};

const rebased = (base: string, outer: string | undefined): string | undefined =>
  URL.canParse(base, outer) ? new URL(base, outer).href : outer;
