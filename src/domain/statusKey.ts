import type { Status } from './recommendation.ts'

/** What the statuses mean, as a paper explains them at its start, in its order. */
export const statusKey: readonly (readonly [status: Status, meaning: string])[] = [
  ['NEW GREEN', 'Implemented since the last paper. It is shown once more here and then leaves the paper.'],
  ['GREEN', 'Implemented, and reported as such before.'],
  ['AMBER', 'Work goes on and is monitored; it is expected to be implemented.'],
  ['RED', 'Its deadline has passed, or it cannot or will not be implemented; the comment says why.'],
  ['WHITE', 'Not for the force to deliver, or waiting for a product of another organisation.'],
  ['CLOSED', 'Ended without being implemented; the comment says why.'],
]
