import { isStatus, type Status } from '../../domain/recommendation.ts'

/** What a status word was taken for. A word of ours is sure; any other is a guess for a person to check. */
export interface StatusGuess {
  readonly status: Status
  readonly isSure: boolean
}

const words: readonly (readonly [RegExp, Status])[] = [
  [
    /^(?:white|w|external|national|await(?:ing|s)\b.*|on hold|paused|with (?:the )?(?:npcc|college|home office)|dependent\b.*)$/,
    'WHITE',
  ],
  [
    /^(?:n\/?a|not applicable|superseded|withdrawn|rejected|not accepted|no longer (?:required|applicable)|cancelled)$/,
    'CLOSED',
  ],
  [/^(?:closed)$/, 'CLOSED'],
  [
    /^(?:red|r|overdue|late|off track|behind(?: schedule)?|missed|not achieved|at risk|stalled|slipped)$/,
    'RED',
  ],
  [/^(?:new green)$/, 'NEW GREEN'],
  [
    /^(?:green|g|blue|b|complete|completed|done|implemented|discharged|achieved|delivered|met|closed complete|complete closed|signed off|fully implemented)$/,
    'GREEN',
  ],
  [
    /^(?:amber|a|yellow|y|in progress|ongoing|on going|on track|open|started|underway|under way|not (?:yet )?started|to be (?:started|set|agreed)|new|part(?:ly|ially) (?:complete|completed|implemented|met)|under (?:review|consideration)|pending|active|live|planned|progressing|being progressed|accepted|outstanding|due|in development|awaiting review)$/,
    'AMBER',
  ],
]

/** The word of a status cell as it is compared and remembered: capitals, without signs at its ends. */
export function statusWord(text: string): string {
  return text
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(paintedWord, '$1: BY COLOUR')
    .replace(/^[\s"'“”‘’()[\].*-]+|[\s"'“”‘’()[\].*-]+$/g, '')
}

/** A status that is only painted is written with its bracket; as a word it has none, or half of one would be left. */
const paintedWord = /^(\w+) \(BY COLOUR\)$/

/**
 * What a status cell seems to say, or null. Words beside the colour are let pass ("Amber - on track").
 * @param hasBlue the table uses blue, so that its green means on track, as in BRAG ratings
 */
export function guessStatus(text: string, hasBlue = false): StatusGuess | null {
  if (text.length > 60) return null
  const word = statusWord(text)
  if (hasBlue && /^(?:GREEN|G)\b/.test(word)) return { status: 'AMBER', isSure: false }
  if (isStatus(word)) return { status: word, isSure: true }
  for (const part of [word, ...word.split(/\s*[-–—/:;,(]\s*/)]) {
    const plain = part
      .toLowerCase()
      .replace(/[^\p{L}/ ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const status = words.find(([pattern]) => pattern.test(plain))?.[1]
    if (status) return { status, isSure: false }
  }
  return null
}

/** Whether a status word is the blue of a BRAG rating. */
export function isBlue(text: string): boolean {
  return /^(?:BLUE|B)$/.test(statusWord(text))
}
