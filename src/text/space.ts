/** Whether a UTF-16 unit from U+00A0 on is white space, as `\s` of regular expressions has it. */
export const isWideSpace = (unit: number): boolean =>
  unit === 0xa0 ||
  unit === 0xfeff ||
  (unit >= 0x1680 && unit <= 0x3000 && (isOfSpaces(unit) || unit === 0x1680 || unit === 0x3000));

const isOfSpaces = (unit: number): boolean =>
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f;
