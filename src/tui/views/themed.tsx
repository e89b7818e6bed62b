import { Text } from 'ink';
import { createContext, use } from 'react';
import type { ScreenLine } from '../text-segment.ts';
import { themeFor } from '../theme.ts';
import type { Theme } from '../theme.ts';

export const ThemeContext = createContext<Theme>(themeFor({}));

/** One line of styled pieces; plain pieces cost no escape sequences. */
export const Line = ({ of, lead = '' }: { readonly of: ScreenLine; readonly lead?: string }) => {
  const { look } = use(ThemeContext);
  // An empty text would take no line at all.
  if (of.length === 0) return <Text>{lead === '' ? ' ' : lead}</Text>;
  return (
    <Text wrap="truncate">
      {lead}
      {of.map(({ text, style }, index) =>
        style === 'plain' ? (
          text
        ) : (
          <Text key={index} {...look(style)}>
            {text}
          </Text>
        ),
      )}
    </Text>
  );
};
