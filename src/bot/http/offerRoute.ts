import express, { type Request, type Response, Router } from 'express'
import type { Booking } from '../../domain/booking.ts'
import { isM365Error } from '../../domain/m365Error.ts'
import { sayStanding } from '../../domain/placeStanding.ts'
import { sayRun } from '../../domain/placeWords.ts'
import { type AnswerDeps, answerOffer } from '../../usecases/answerOffer.ts'
import type { Stored } from '../../usecases/ports.ts'
import { sayAnswerRefusal } from '../cards/placeWords.ts'
import { failureFacts, type Logger } from '../log.ts'
import type { OfferLinks } from '../offerLinks.ts'
import { sentencePage } from './feedbackPage.ts'
import { offerForm } from './offerPage.ts'

/** A page without scripts that sends its form only here, and that nobody frames. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

interface Page {
  readonly status: number
  readonly html: string
}

const unknown: Page = {
  status: 404,
  html: sentencePage(
    'Nothing to answer here',
    'This link belongs to no offer that is still open: it was answered already, or it has ended.',
  ),
}

/**
 * GET /offer/{booking}/{word}: an offered place, for people without an account; POST: take it or turn it down. Opening
 * the link changes nothing, because programs open links in mails too.
 * @param settled is told that places have moved
 */
export function offerRoute(
  deps: () => Promise<AnswerDeps>,
  links: OfferLinks,
  log: Logger,
  settled: () => void,
): Router {
  const router = Router()
  const answer = (act: (given: AnswerDeps, row: Stored<Booking>, req: Request) => Promise<Page>) => {
    return async (req: Request, res: Response) => {
      res.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
      try {
        const given = await deps()
        const row = await offered(given, links, req)
        const { status, html } = row ? await act(given, row, req) : unknown
        res.status(status).type('html').send(html)
      } catch (thrown) {
        log.error(failureFacts(thrown), 'an offer could not be shown or answered')
        const why = isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.'
        const sentence = `${why} Go back and try again in a minute: an answer counts once.`
        res.status(503).type('html').send(sentencePage('Not just now', sentence))
      }
    }
  }
  router.get('/:booking/:word', answer(show))
  router.post(
    '/:booking/:word',
    express.urlencoded({ extended: false, limit: '2kb' }),
    answer(async (given, row, req) => {
      const said: unknown = req.body?.answer
      // Neither button was pressed: a place is never turned down by accident.
      if (said !== 'take' && said !== 'decline') return show(given, row)
      const page = await take(given, row, said === 'take')
      settled()
      return page
    }),
  )
  return router
}

async function offered(deps: AnswerDeps, links: OfferLinks, req: Request): Promise<Stored<Booking> | null> {
  const key = links.bookingOf(String(req.params.booking))
  const row = key === null ? null : await deps.bookings.byKey(key)
  return row && links.isFor(row.value, String(req.params.word)) ? row : null
}

async function factsOf(deps: AnswerDeps, { value }: Stored<Booking>) {
  const [run, course, now] = await Promise.all([
    deps.runs.byKey(value.runKey),
    deps.courses.byKey(value.courseKey),
    deps.clock.now(),
  ])
  return { run: run?.value ?? null, title: course?.value.title ?? value.courseKey, now }
}

async function show(deps: AnswerDeps, row: Stored<Booking>): Promise<Page> {
  const { run, title, now } = await factsOf(deps, row)
  if (!run) return unknown
  const standing = sayStanding(run, row.value, now)
  const open = row.value.state === 'offered' && (row.value.offerUntil ?? '') > now
  return {
    status: 200,
    html: open
      ? offerForm(title, row.value.personName, sayRun(run), standing)
      : sentencePage(title, standing),
  }
}

async function take(deps: AnswerDeps, row: Stored<Booking>, accept: boolean): Promise<Page> {
  const { title } = await factsOf(deps, row)
  const outcome = await answerOffer(deps, { bookingKey: row.value.key, accept, actor: 'the-link' })
  if (!outcome.ok) return { status: 409, html: sentencePage(title, sayAnswerRefusal(outcome.code)) }
  const sentence = sayStanding(outcome.run.value, outcome.booking.value, await deps.clock.now())
  return { status: 200, html: sentencePage(title, sentence) }
}
