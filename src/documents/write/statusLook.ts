import type { Status } from '../../domain/recommendation.ts'

/** How a status looks on paper, and what it means. */
export interface StatusLook {
  /** Background, six hexadecimal digits; every one is light enough for black letters (WCAG contrast over 10). */
  readonly fill: string
  readonly meaning: string
}

/** The word always stands beside its colour: papers are printed in black and white. */
export const statusLooks: Readonly<Record<Status, StatusLook>> = {
  GREEN: { fill: 'C6E0B4', meaning: 'Implemented, and reported as such before.' },
  'NEW GREEN': {
    fill: 'A9D08E',
    meaning: 'Implemented since the last paper. It is shown once more here and then leaves the paper.',
  },
  AMBER: { fill: 'FFD966', meaning: 'Work goes on and is monitored; it is expected to be implemented.' },
  RED: {
    fill: 'F4B6B6',
    meaning: 'Its deadline has passed, or it cannot or will not be implemented; the comment says why.',
  },
  WHITE: {
    fill: 'FFFFFF',
    meaning: 'Not for the force to deliver, or waiting for a product of another organisation.',
  },
  CLOSED: { fill: 'D9D9D9', meaning: 'Ended without being implemented; the comment says why.' },
}

/** The order in which a key explains them. */
export const keyOrder: readonly Status[] = ['NEW GREEN', 'GREEN', 'AMBER', 'RED', 'WHITE', 'CLOSED']
