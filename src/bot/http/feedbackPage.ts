import { type FeedbackQuestion, feedbackQuestions } from '../../domain/feedback.ts'
import { type FeedbackGiven, longestComment } from '../../domain/feedbackRules.ts'
import { askedAbout, askTitle, questionWords, ratingWords, whoSees } from '../../domain/feedbackWords.ts'
import { escapeHtml } from '../../domain/invitationText.ts'
import type { FeedbackSheet } from '../../usecases/giveFeedback.ts'

/** The page that asks about a run. It works without a script and without an account. */
export function feedbackForm(
  sheet: FeedbackSheet,
  draft: { notice: string; given: FeedbackGiven } | null = null,
): string {
  const title = askTitle(sheet)
  const notice = draft ? `<p class="notice" role="alert">${escapeHtml(draft.notice)}</p>` : ''
  return page(
    title,
    `<p>${escapeHtml(`${askedAbout(sheet.runDate)} ${whoSees}`.trim())}</p>${notice}
<form method="post">
${feedbackQuestions.map((question) => questionOf(sheet, question, draft?.given ?? null)).join('\n')}
<label for="comment">Anything else? Please name nobody.</label>
<textarea id="comment" name="comment" rows="5" maxlength="${longestComment}">${escapeHtml(draft?.given.comment ?? '')}</textarea>
<button type="submit">Send without my name</button>
</form>`,
  )
}

/** A page with one sentence. */
export function sentencePage(title: string, sentence: string): string {
  return page(title, `<p role="status">${escapeHtml(sentence)}</p>`)
}

function questionOf(sheet: FeedbackSheet, question: FeedbackQuestion, given: FeedbackGiven | null): string {
  const choices = ratingWords.map((words, index) => {
    const checked = given?.[question] === index + 1 ? ' checked' : ''
    return `<label class="choice"><input type="radio" name="${question}" value="${index + 1}"${checked}> ${escapeHtml(words)}</label>`
  })
  return `<fieldset><legend>${escapeHtml(questionWords[sheet.stage][question])}</legend>${choices.join('')}</fieldset>`
}

/** A page of the service that works without a script; `body` is HTML, and other people's text in it is escaped. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`
}

const style = `
:root { --ink: #242424; --ground: #f5f5f5; --sheet: #fff; --line: #8a8a8a; --brand: #4f52b2; --onbrand: #fff; --alarm: #a4262c; }
@media (prefers-color-scheme: dark) { :root { --ink: #f5f5f5; --ground: #1f1f1f; --sheet: #292929; --line: #9a9a9a; --brand: #9299f7; --onbrand: #1f1f1f; --alarm: #f1707b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem; background: var(--sheet); min-height: 100vh; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 .5rem; }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 1rem 0 0; padding: .75rem 0 0; }
legend { float: left; width: 100%; font-weight: 600; padding: 0 0 .25rem; }
.choice { display: inline-flex; align-items: center; gap: .35rem; min-height: 2.75rem; margin-right: 1rem; clear: none; }
fieldset .choice:first-of-type { clear: left; }
input[type=radio] { width: 1.15rem; height: 1.15rem; accent-color: var(--brand); }
label[for] { display: block; font-weight: 600; margin: 1rem 0 .25rem; border-top: 1px solid var(--line); padding-top: .75rem; }
textarea { width: 100%; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; padding: .5rem; }
button { margin-top: 1rem; min-height: 2.75rem; padding: 0 1.25rem; font: inherit; font-weight: 600; border: 1px solid var(--brand); border-radius: 4px; background: var(--brand); color: var(--onbrand); cursor: pointer; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.notice { color: var(--alarm); font-weight: 600; }
`
