import type { Status } from '../../domain/recommendation.ts'

/** A status with what it means, so that nobody has to know the colours (or see them). */
export const statusInWords: Readonly<Record<Status, string>> = {
  RED: 'RED: late, or will not be met',
  AMBER: 'AMBER: being worked on',
  WHITE: 'WHITE: waits for another body',
  'NEW GREEN': 'NEW GREEN: implemented since the last paper',
  GREEN: 'GREEN: implemented',
  CLOSED: 'CLOSED: ended without being implemented',
}
