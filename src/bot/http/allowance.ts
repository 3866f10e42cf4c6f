import type { RequestHandler } from 'express'
import { sentencePage } from './feedbackPage.ts'

const aMinute = 60_000

/**
 * Lets so many requests a minute through to pages that nobody signs in for. Each of them asks SharePoint, which counts
 * them against the whole application: whoever tries words by the thousand must not keep the reminders waiting. Whose
 * request it is does not count, since behind a proxy all come from one address.
 * @param now milliseconds of a clock that never goes back
 */
export function allowance(perMinute: number, now: () => number = () => performance.now()): RequestHandler {
  let began = now()
  let left = perMinute
  return (_req, res, next) => {
    if (now() - began >= aMinute) {
      began = now()
      left = perMinute
    }
    left -= 1
    if (left >= 0) {
      next()
      return
    }
    const sentence = 'Very many requests are coming in. Nothing was saved: go back and try again in a minute.'
    res
      .status(429)
      .set({ 'Retry-After': '60', 'Cache-Control': 'no-store' })
      .type('html')
      .send(sentencePage('Not just now', sentence))
  }
}
