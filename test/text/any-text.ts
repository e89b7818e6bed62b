import fc from 'fast-check';

const codePoint = fc
  .oneof(fc.nat(0x7f), fc.nat(0xff_ff), fc.nat(0x10_ff_ff))
  .filter(point => point < 0xd8_00 || point > 0xdf_ff);

/** Any text of whole code points; fast-check's own takes most of a second to list them all. */
export const anyText = fc.array(codePoint).map(points => String.fromCodePoint(...points));
