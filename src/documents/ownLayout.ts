import { fingerprint } from '../domain/fingerprint.ts'

/**
 * Names of the paragraph styles in which a paper of ours is written. They are what tells its parts apart when it is
 * read again, so that a paper comes back as it went out, also after somebody has worked on it in Word.
 */
export const ownStyles = {
  reportType: 'Report type',
  reportPublished: 'Report published',
  reportCount: 'Report count',
  countNote: 'Report count note',
  reportNarrative: 'Report narrative',
  number: 'Row number',
  kind: 'Row kind',
  /** A line of the recommendation. */
  text: 'Row text',
  textBullet: 'Row text bullet',
  /** A line that looks like a numbered part, but is not kept as one. */
  undivided: 'Row text undivided',
  status: 'Row status',
  due: 'Row due entry',
  comment: 'Row comment',
  commentBullet: 'Row comment bullet',
  /** A part of the recommendation as its text has it. */
  partLine: 'Part of row',
  partLineBullet: 'Part of row bullet',
  /** A part that is kept in other words than the text's. */
  partLabel: 'Own part label',
  partText: 'Own part text',
  partStatus: 'Part status',
  partComment: 'Part comment',
  blank: 'Row blank',
} as const
export type OwnStyle = (typeof ownStyles)[keyof typeof ownStyles]

/** The built-in style of a report's title. */
export const reportTitleStyle = 'heading 1'

/**
 * The name of the bookmark at a row's number or a report's title: `row_2_0123456789abcdef` is the second row of its
 * number, and the fingerprint of its key. By it the register that wrote the paper knows its rows again.
 */
export function bookmarkName(what: 'row' | 'report', key: string): string {
  const place = /~(\d{1,4})$/.exec(key)?.[1] ?? '1'
  return `${what}_${place}_${fingerprint(key)}`
}

/** What the bookmarks of a paragraph say; nothing where none is ours. */
export function readBookmarks(names: readonly string[]): { place?: number; keyPrint?: string } {
  for (const name of names) {
    const [, place, keyPrint] = /^(?:row|report)_(\d{1,4})_([0-9a-f]{16})$/.exec(name) ?? []
    if (place !== undefined && keyPrint !== undefined) return { place: Number(place), keyPrint }
  }
  return {}
}

/** Begins a list item in the texts of the register. */
export const bulletMark = '• '
