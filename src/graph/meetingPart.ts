import type { CalendarEvent } from '../usecases/exercisePorts.ts'

/** How the part of a body begins with which Teams tells how to join; the newest form first. */
const beginnings = [/<div class="me-email-text"/gi, /<div style="width:\s*100%/gi, /_{20,}/g]

/**
 * A new body for an event that may have an online part. A body without the part that Teams wrote into it would lose
 * the meeting (learn.microsoft.com/graph/api/event-update), so that part follows the new text as it was.
 */
export function withMeetingPart(bodyHtml: string, event: Pick<CalendarEvent, 'draft' | 'joinUrl'>): string {
  const { joinUrl } = event
  if (!joinUrl || bodyHtml.includes(joinUrl)) return bodyHtml
  const part = meetingPart(event.draft.bodyHtml, joinUrl)
  return `${bodyHtml}${part ?? `<p><a href="${joinUrl}">${joinUrl}</a></p>`}`
}

function meetingPart(body: string, joinUrl: string): string | null {
  const link = indexOfLink(body, joinUrl)
  if (link < 0) return null
  const before = body.slice(0, link)
  const starts = beginnings.map((one) => [...before.matchAll(one)].at(-1)?.index ?? -1)
  const start = starts.find((at) => at >= 0) ?? Math.max(before.lastIndexOf('<p'), before.lastIndexOf('<div'))
  return start < 0 ? null : body.slice(start).replace(/<\/(body|html)>/gi, '')
}

/** In HTML an ampersand of the address is written as an entity. */
function indexOfLink(body: string, joinUrl: string): number {
  const plain = body.indexOf(joinUrl)
  return plain >= 0 ? plain : body.indexOf(joinUrl.replaceAll('&', '&amp;'))
}
