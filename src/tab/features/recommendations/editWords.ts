import { isM365Error } from '../../../domain/m365Error.ts'
import type { Post } from '../../../domain/post.ts'
import { type EditRefusal, longestProgress, type Recommendation } from '../../../domain/recommendation.ts'

/** For a text that nobody recorded here wrote. */
export const changedOutside = 'Changed in SharePoint, outside Follow-Through'

/** A refusal as a sentence beside the field. */
export function sayRefusal(code: EditRefusal, post: Post | null): string {
  switch (code) {
    case 'not-your-item':
      return post
        ? `Only the holder of ${post.title} or the board secretary may update the progress.`
        : 'No post owns this row yet, so only the board secretary may update the progress.'
    case 'nothing-changed':
      return 'Nothing has changed yet.'
    case 'empty-progress':
      return 'Write where the work stands first.'
    case 'too-long':
      return `Shorten it to ${longestProgress.toLocaleString('en-GB')} characters.`
  }
}

/** A failed save as a sentence: what happened, what was kept, what to do. */
export function sayFailedSave(error: unknown): string {
  const what = isM365Error(error) ? error.message : 'The note could not be saved.'
  return `${what} What you typed is kept here; press Save to try again.`
}

/** What is different in their version, besides the note itself. */
export function sayDifferences(mine: Recommendation, theirs: Recommendation): readonly string[] {
  const differences: string[] = []
  if (mine.progress.trim() === theirs.progress.trim())
    differences.push('The progress note is the same as before.')
  if (mine.status !== theirs.status) {
    differences.push(`The status changed from ${mine.status} to ${theirs.status}.`)
  }
  if (mine.due.length !== theirs.due.length) differences.push('The due history changed.')
  if (mine.ownerPost !== theirs.ownerPost) differences.push('The owning post changed.')
  return differences
}
