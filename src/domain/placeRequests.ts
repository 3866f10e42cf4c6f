import type { IsoDate } from './calendarDays.ts'
import type { Exercise, Invitee } from './exercise.ts'
import { type Act, withChange } from './exerciseHistory.ts'
import type { PlaceRequest } from './exercisePlan.ts'
import { liesAhead } from './roleStanding.ts'
import { mayInvite, type Person } from './roles.ts'

export type RequestRefusal =
  | 'already-asked'
  | 'day-is-over'
  | 'called-off'
  | 'too-long'
  | 'not-asked'
  | 'not-a-coordinator'
  | 'no-reason'

export type RequestResult =
  | { readonly ok: true; readonly next: Exercise }
  | { readonly ok: false; readonly code: RequestRefusal }

/** Longest note and answer, in characters: both go on a card. */
export const longestRequest = 500

/** The newest wish of a person to take part in an exercise; null when there is none. */
export function requestOf(exercise: Pick<Exercise, 'requests'>, objectId: string): PlaceRequest | null {
  return exercise.requests.findLast((one) => one.person === objectId) ?? null
}

/** An officer asks for a place. Once declined they may ask again, with other words. */
export function askToBook(
  exercise: Exercise,
  note: string,
  act: Act & { readonly actor: Person },
  today: IsoDate,
): RequestResult {
  const words = note.trim()
  if (exercise.status === 'cancelled') return { ok: false, code: 'called-off' }
  if (!liesAhead(exercise, today) || exercise.status === 'held') return { ok: false, code: 'day-is-over' }
  if (words.length > longestRequest) return { ok: false, code: 'too-long' }
  const earlier = requestOf(exercise, act.actor.objectId)
  if (earlier && earlier.state !== 'declined') return { ok: false, code: 'already-asked' }
  const asked: PlaceRequest = {
    ...{ person: act.actor.objectId, personName: act.actor.name, at: act.at, note: words, state: 'asked' },
    ...{ answeredAt: null, answeredBy: '', answer: '', address: act.actor.signInName },
  }
  const noted = { field: 'request', from: '', to: 'asked for a place', why: words } as const
  return { ok: true, next: withChange(exercise, { requests: [...exercise.requests, asked] }, act, noted) }
}

/**
 * A coordinator answers. Whoever is declined is told why; whoever has a place is on the roster from then on, so that the
 * invitation, the list at the door and the day know them.
 */
export function answerRequest(
  exercise: Exercise,
  input: { readonly person: string; readonly agreed: boolean; readonly answer: string },
  act: Act & { readonly actor: Person },
): RequestResult {
  if (!mayInvite(act.actor)) return { ok: false, code: 'not-a-coordinator' }
  const answer = input.answer.trim()
  const index = exercise.requests.findLastIndex((one) => one.person === input.person && one.state === 'asked')
  const request = exercise.requests[index]
  if (!request) return { ok: false, code: 'not-asked' }
  if (!input.agreed && answer === '') return { ok: false, code: 'no-reason' }
  if (answer.length > longestRequest) return { ok: false, code: 'too-long' }
  const state = input.agreed ? 'agreed' : 'declined'
  const settled: PlaceRequest = {
    ...request,
    ...{ state, answeredAt: act.at, answeredBy: act.actor.name, answer },
  }
  const requests = exercise.requests.map((one, at) => (at === index ? settled : one))
  const to = `${request.personName}: ${state}`
  return {
    ok: true,
    next: withChange(
      exercise,
      {
        requests,
        invitees: input.agreed ? withOfficer(exercise.invitees, request, act.at) : exercise.invitees,
      },
      act,
      { field: 'request', from: 'asked', to, why: answer },
    ),
  }
}

/** The role under which an officer comes who asked for a place. */
export const askingRole = 'Officer who asked for a place'

function withOfficer(
  invitees: readonly Invitee[],
  { person, personName, address = '' }: PlaceRequest,
  addedAt: string,
): readonly Invitee[] {
  const wanted = address.toLowerCase()
  const isThere = (one: Invitee) => one.personRef === person || one.address.toLowerCase() === wanted
  if (address === '' || invitees.some(isThere)) return invitees
  const force = invitees.find(({ side }) => side === 'police')?.organisation ?? ''
  const officer: Invitee = {
    ...{ role: askingRole, organisation: force, side: 'police', sector: 'police', required: false },
    ...{ state: 'known', name: personName, address, response: 'none', personRef: person, addedAt },
  }
  return [...invitees, officer]
}
