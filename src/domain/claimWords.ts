import type { ClaimDisagreement, ClaimSubject } from './countSentences.ts'

const words: Readonly<Record<ClaimSubject, (claimed: number, counted: number) => string>> = {
  'for-force': (claimed, counted) => `it says ${claimed} for the force, the register holds ${counted}`,
  complete: (claimed, counted) => `it says ${claimed} complete, the register counts ${counted}`,
  closed: (claimed, counted) => `it says ${claimed} closed, the register counts ${counted}`,
  open: (claimed, counted) => `it says ${claimed} still to be done, the register counts ${counted}`,
  sum: (claimed, counted) => `it says ${claimed} for the force, its own numbers add up to ${counted}`,
}

/** In what a sentence and the register differ, for people: "it says 4 complete, the register counts 3". */
export function sayDisagreement({ what, claimed, counted }: ClaimDisagreement): string {
  return words[what](claimed, counted)
}
