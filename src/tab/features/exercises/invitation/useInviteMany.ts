import { useMemo, useRef, useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import {
  type InvitationInMany,
  inviteMany,
  type ManyOutcome,
  type ManyProgress,
  planMany,
} from '../../../../usecases/inviteMany.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useInvitationInputs } from './useInvitationInputs.ts'

export type ReadyInvitation = Extract<InvitationInMany, { state: 'ready' }>
export type LeftOut = Extract<InvitationInMany, { state: 'left-out' }>

/** Choosing among many exercises, inviting to them in one go, stopping and going on. */
export function useInviteMany(rows: readonly Stored<Exercise>[], replace: (row: Stored<Exercise>) => void) {
  const { me, exercises, calendars, clock } = useServices()
  const today = useToday()
  const announce = useAnnounce()
  const { templateOf, others } = useInvitationInputs()
  const [unchosen, setUnchosen] = useState<ReadonlySet<string>>(
    // A day that is over is invited to only when somebody says so.
    () => new Set(rows.filter(({ value }) => value.date < today).map(({ id }) => id)),
  )
  const [progress, setProgress] = useState<ManyProgress | null>(null)
  const [outcomes, setOutcomes] = useState<readonly ManyOutcome[]>([])
  const [running, setRunning] = useState(false)
  const [stopping, setStopping] = useState(false)
  const stop = useRef(false)
  const planned = useMemo(() => planMany(rows, today, templateOf, others), [rows, today, others, templateOf])
  const ready = planned.filter((one) => one.state === 'ready')
  const chosen = ready.filter(({ row }) => !unchosen.has(row.id))

  const send = async () => {
    if (running) return
    stop.current = false
    setRunning(true)
    setStopping(false)
    const sentRows = chosen.map(({ row }) => row)
    const done = await inviteMany(
      { exercises, calendars, clock },
      {
        ...{ rows: sentRows, actor: me, templateOf, others },
        stopped: () => stop.current,
        onProgress: setProgress,
      },
    )
    for (const { result } of done) if ('row' in result) replace(result.row)
    setOutcomes(done)
    setRunning(false)
    announce(sayEnd(done))
  }
  return {
    ...{ planned, ready, chosen, progress, outcomes, running, stopping, send },
    leftOut: planned.filter((one) => one.state === 'left-out'),
    may: mayInvite(me),
    isChosen: (id: string) => !unchosen.has(id),
    choose(id: string, yes: boolean) {
      setUnchosen((now) => {
        const next = new Set(now)
        if (yes) next.delete(id)
        else next.add(id)
        return next
      })
    },
    stop() {
      stop.current = true
      setStopping(true)
    },
  }
}
export type InvitingMany = ReturnType<typeof useInviteMany>

/** What became of all of them, in a sentence. */
export function sayEnd(done: readonly ManyOutcome[]): string {
  const sent = done.filter(({ result }) => result.state === 'sent').length
  const stopped = done.filter(({ result }) => result.state === 'stopped').length
  const rest = done.length - sent - stopped
  const parts = [
    `${sent} of ${done.length} ${done.length === 1 ? 'invitation' : 'invitations'} sent.`,
    ...(stopped > 0 ? [`${stopped} not begun, because you stopped.`] : []),
    ...(rest > 0 ? [`${rest} not sent; each says why.`] : []),
    ...(sent < done.length ? ['Sending again takes up the rest; nobody gets it twice.'] : []),
  ]
  return parts.join(' ')
}
