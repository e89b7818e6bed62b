import { array, assert, constantFrom, property, stringMatching, uint16Array } from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToText, inlineText } from '../../src/text/html.ts';

test.each([
  ['blocks stand apart', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['a break is a line', 'One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['two breaks are a paragraph', 'One<br><br>Two', 'One\n\nTwo'],
  ['lists have bullets', '<ul><li>One</li><li>Two</li></ul>', '• One\n• Two'],
  ['cells are not glued', '<table><tr><td>One</td><td>Two</td></tr></table>', 'One Two'],
  ['inline tags leave words whole', 'vac<b>cin</b>ation', 'vaccination'],
  ['white space is single', '<p>One\n   two\t three</p>', 'One two three'],
  ['scripts and styles are not read', 'a<script>x<b>y</script><style>p{}</style>b', 'ab'],
  ['images speak by their alternative text', 'I <img src="h.png" alt="love"> it', 'I love it'],
  ['images without words are silent', 'one<img src="pixel.gif">two', 'onetwo'],
  ['references are decoded', 'caf&eacute; &amp; bar &#8217;&#x2019; &#146;', 'café & bar ’’ ’'],
  ['references without meaning stay', 'AT&T &bogus; R&D', 'AT&T &bogus; R&D'],
  ['escaped twice is decoded twice', 'Don&amp;#39;t &amp;quot;wait&amp;quot;', 'Don\'t "wait"'],
  ['markup escaped twice is markup', '&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;', 'One\n\nTwo'],
  ['comments are not read', 'a<!-- no <b>one</b> reads this -->b', 'ab'],
  ['CDATA is', 'a<![CDATA[ & b]]>', 'a & b'],
  ['quoted signs do not end a tag', '<a title="a > b" href=\'<x>\'>link</a>', 'link'],
  ['less-than is a character', 'if a < b and I <3 you', 'if a < b and I <3 you'],
  ['plain text keeps its lines', 'One\r\nTwo\n\n\n\nThree', 'One\nTwo\n\nThree'],
  ['a cut tag at the end is dropped', 'Read <a href="https://x', 'Read'],
  ['prefixed elements count', '<x:p>One</x:p><x:p>Two</x:p>', 'One\n\nTwo'],
  ['upper case counts', '<P>One<BR>Two</P>', 'One\nTwo'],
  [
    'Mastodon shortens links with hidden spans',
    '<a href="#"><span class="invisible">https://</span><span class="ellipsis">a.example/b</span></a>',
    'https://a.example/b',
  ],
])('%s', (_, html, text) => expect(htmlToText(html).trim()).toBe(text));

test.each([
  ['<b>Flu</b> shots &amp; you', 'Flu shots & you'],
  ['I &lt;3 my doctor', 'I <3 my doctor'],
  ['Q & A <new>', 'Q & A <new>'],
  ['Doctor&amp;#39;s orders', "Doctor's orders"],
  ['One<br>two', 'One two'],
])('the title %j reads %j', (html, text) => expect(inlineText(html)).toBe(text));

test('plain words come out as they went in', () => {
  assert(
    property(stringMatching(/^[a-z]+( [a-z]+)*$/), words => {
      expect(htmlToText(words, 100_000)).toBe(words);
    }),
  );
});

const scraps = constantFrom(
  '<',
  '>',
  '&',
  ';',
  '"',
  "'",
  '=',
  '/',
  '!--',
  ' ',
  'p',
  'a href',
  '&lt',
  '#39;',
  '\n',
  'é',
);

test('any text gives a text', () => {
  assert(
    property(array(scraps, { maxLength: 30 }), uint16Array({ maxLength: 20 }), (parts, units) => {
      const html = parts.join('') + String.fromCharCode(...units) + parts.join('');
      expect(typeof htmlToText(html)).toBe('string');
      expect(inlineText(html)).not.toMatch(/\n/);
    }),
  );
});
