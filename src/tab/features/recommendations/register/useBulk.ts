import { useRef, useState } from 'react'
import type { Decision } from '../../../../domain/decide.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { decideMany, type Preview, previewMany, type Result } from '../../../../usecases/decideMany.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices } from '../../../ui/services.tsx'
import type { Register } from '../useRegister.ts'

/** How far an edit of many rows has come. */
export type BulkState =
  | { readonly step: 'form'; readonly problem: string }
  | { readonly step: 'preview'; readonly decision: Decision; readonly previews: readonly Preview[] }
  | {
      readonly step: 'running'
      readonly decision: Decision
      readonly done: number
      readonly total: number
      readonly stopping: boolean
    }
  | { readonly step: 'results'; readonly decision: Decision; readonly results: readonly Result[] }

/** An edit of many rows: shown beforehand, carried out row by row, to be stopped, and accounted for at the end. */
export function useBulk(register: Pick<Register, 'posts' | 'replace'>) {
  const { recommendations, clock, me } = useServices()
  const [state, setState] = useState<BulkState>({ step: 'form', problem: '' })
  const stopped = useRef(false)
  const posts = [...register.posts.values()]

  const preview = async (rows: readonly Stored<Recommendation>[], decision: Decision) => {
    try {
      const previews = await previewMany({ clock }, { rows, decision, actor: me, posts })
      setState({ step: 'preview', decision, previews })
    } catch (thrown) {
      setState({ step: 'form', problem: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }

  const run = async (rows: readonly Stored<Recommendation>[], decision: Decision) => {
    stopped.current = false
    let done = 0
    setState({ step: 'running', decision, done, total: rows.length, stopping: false })
    const results = await decideMany(
      {
        ...{ recommendations, clock, stopped: () => stopped.current },
        onResult(result) {
          done += 1
          if (result.outcome === 'done') register.replace(result.saved)
          if (result.outcome === 'changed-meanwhile') register.replace(result.theirs)
          setState((now) => (now.step === 'running' ? { ...now, done } : now))
        },
      },
      { rows, decision, actor: me, posts },
    )
    setState({ step: 'results', decision, results })
  }

  const stop = () => {
    stopped.current = true
    setState((now) => (now.step === 'running' ? { ...now, stopping: true } : now))
  }
  const back = () => setState({ step: 'form', problem: '' })
  return { state, preview, run, stop, back }
}
