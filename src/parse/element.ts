/** One XML element, with what a feed needs of it. Names are canonical (`namespaces.ts`) and in lower case. */
export type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  /** Its own text and CDATA, references decoded. */
  text: string;
  /** The markup inside it as it was written, when a field that holds text holds elements instead. */
  markup: string | undefined;
  /** The address against which its relative links are read (`xml:base`, or the document's). */
  readonly base: string | undefined;
  readonly language: string | undefined;
  /** Its children by name, once somebody asked for one. */
  byName: ReadonlyMap<string, readonly Element[]> | undefined;
};

export const noAttributes: ReadonlyMap<string, string> = new Map();

const none: readonly Element[] = [];

export const childrenOf = (element: Element, name: string): readonly Element[] => {
  element.byName ??= grouped(element.children);
  return element.byName.get(name) ?? none;
};

const grouped = (children: readonly Element[]): ReadonlyMap<string, readonly Element[]> => {
  const groups = new Map<string, Element[]>();
  for (const child of children) {
    const group = groups.get(child.name);
    if (group) group.push(child);
    else groups.set(child.name, [child]);
  }
  return groups;
};

/** The first child with the first of these names that any child has. */
export const childOf = (element: Element, ...names: readonly string[]): Element | undefined => {
  for (const name of names) {
    const [child] = childrenOf(element, name);
    if (child) return child;
  }
  return undefined;
};

/** The children whose name is in the table, those with the lowest rank first. */
export const ranked = (
  { children }: Element,
  ranks: ReadonlyMap<string, number>,
): readonly Element[] => {
  const found = children.filter(child => ranks.has(child.name));
  const rank = (child: Element): number => ranks.get(child.name) ?? 0;
  return found.length < 2 ? found : found.sort((a, b) => rank(a) - rank(b));
};

/** A table for `ranked`: the names, best first. */
export const ranking = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, rank) => [name, rank]));

/** The text of the first child that has one, by the order of the names. */
export const textOf = (element: Element, ...names: readonly string[]): string | undefined => {
  for (const name of names)
    for (const child of childrenOf(element, name)) {
      const text = child.text.trim();
      if (text !== '') return text;
    }
  return undefined;
};

export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes.get(name)?.trim() || undefined;
