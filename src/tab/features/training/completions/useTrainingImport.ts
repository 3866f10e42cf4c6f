import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { type Services, useServices } from '../../../ui/services.tsx'
import { createTrainingImport, type ImportState, type TrainingImport } from './trainingImport.ts'

const imports = new WeakMap<Services['trainingFiles'], Map<string, TrainingImport>>()

/** The import that this person has under way, or a new one. */
export function useTrainingImport(): { readonly session: TrainingImport; readonly state: ImportState } {
  const services = useServices()
  const client = useQueryClient()
  const [session] = useState(() => {
    const mine = imports.get(services.trainingFiles) ?? new Map<string, TrainingImport>()
    imports.set(services.trainingFiles, mine)
    const underWay =
      mine.get(services.me.objectId) ??
      createTrainingImport(services, () => void client.invalidateQueries({ queryKey: ['training'] }))
    mine.set(services.me.objectId, underWay)
    return underWay
  })
  return { session, state: useSyncExternalStore(session.subscribe, session.get) }
}
