import { escapeHtml } from '../../domain/invitationText.ts'
import { page } from './feedbackPage.ts'

/**
 * The page on which somebody without an account takes an offered place or turns it down.
 * @param run where and when
 * @param standing until when the place is kept
 */
export function offerForm(title: string, name: string, run: string, standing: string): string {
  return page(
    `A place for ${name}: ${title}`,
    `<p>${escapeHtml(run)}.</p>
<p>${escapeHtml(standing)}</p>
<form method="post">
<button type="submit" name="answer" value="take">Take the place</button>
<button type="submit" name="answer" value="decline">Turn it down</button>
</form>`,
  )
}
