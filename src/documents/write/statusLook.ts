import type { Status } from '../../domain/recommendation.ts'

/**
 * The colour behind a status, six hexadecimal digits; every one is light enough for black letters (WCAG contrast over
 * 10). The word always stands in it: papers are printed in black and white.
 */
export const statusFills: Readonly<Record<Status, string>> = {
  GREEN: 'C6E0B4',
  'NEW GREEN': 'A9D08E',
  AMBER: 'FFD966',
  RED: 'F4B6B6',
  WHITE: 'FFFFFF',
  CLOSED: 'D9D9D9',
}
