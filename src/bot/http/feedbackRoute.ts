import express, { type Request, type Response, Router } from 'express'
import { askTitle, sayFeedbackRefusal, thanks } from '../../domain/feedbackWords.ts'
import { isM365Error } from '../../domain/m365Error.ts'
import { type FeedbackDeps, giveFeedback, openSheet } from '../../usecases/giveFeedback.ts'
import { failureFacts, type Logger } from '../log.ts'
import { feedbackForm, sentencePage } from './feedbackPage.ts'

/** A page without scripts that sends its form only here, and that nobody frames. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/**
 * GET /feedback/{word}: the questions about a run; POST: an answer. Nobody signs in, and no address is written down:
 * the word, which only the card or the mail holds, opens one sheet, once.
 */
export function feedbackRoute(deps: () => Promise<FeedbackDeps>, log: Logger): Router {
  const router = Router()
  const answer = (act: (given: FeedbackDeps, word: string, req: Request) => Promise<Page>) => {
    return async (req: Request, res: Response) => {
      res.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
      try {
        const { status, html } = await act(await deps(), String(req.params.word), req)
        res.status(status).type('html').send(html)
      } catch (thrown) {
        log.error(failureFacts(thrown), 'a question about a run could not be shown or answered')
        const why = isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.'
        const html = sentencePage(
          'Not just now',
          `${why} Nothing was saved: go back and try again in a minute.`,
        )
        res.status(503).type('html').send(html)
      }
    }
  }
  router.get('/:word', answer(show))
  router.post('/:word', express.urlencoded({ extended: false, limit: '20kb' }), answer(take))
  return router
}

interface Page {
  readonly status: number
  readonly html: string
}

const unknown: Page = {
  status: 404,
  html: sentencePage('Nothing to answer here', sayFeedbackRefusal('unknown-sheet')),
}

async function show(deps: FeedbackDeps, word: string): Promise<Page> {
  const sheet = await openSheet(deps, word)
  if (!sheet) return unknown
  if (sheet.answered)
    return { status: 200, html: sentencePage(askTitle(sheet), sayFeedbackRefusal('answered-already')) }
  return { status: 200, html: feedbackForm(sheet) }
}

async function take(deps: FeedbackDeps, word: string, req: Request): Promise<Page> {
  const sheet = await openSheet(deps, word)
  if (!sheet) return unknown
  const given = givenIn(req.body)
  const outcome = await giveFeedback(deps, { word, given })
  if (outcome.ok) return { status: 200, html: sentencePage(askTitle(sheet), thanks) }
  const notice = sayFeedbackRefusal(outcome.code)
  if (outcome.code === 'answered-already') return { status: 409, html: sentencePage(askTitle(sheet), notice) }
  return { status: 422, html: feedbackForm(sheet, { notice, given }) }
}

function givenIn(body: unknown) {
  const text = (name: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : ''
    return typeof value === 'string' ? value : ''
  }
  const rating = (name: string) => (text(name) === '' ? null : Number(text(name)))
  return {
    ...{ useful: rating('useful'), applied: rating('applied'), recommend: rating('recommend') },
    comment: text('comment'),
  }
}
