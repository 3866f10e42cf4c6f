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

/** Begins the name of a bookmark at a row or report whose key is not told by its number or title alone. */
export const sameNumberBookmark = 'same_number_'

/** Begins a list item in the texts of the register. */
export const bulletMark = '• '
