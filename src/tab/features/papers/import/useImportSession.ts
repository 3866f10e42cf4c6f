import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { type Services, useServices } from '../../../ui/services.tsx'
import { createImportSession, type ImportSession, type ImportState } from './importSession.ts'

const sessions = new WeakMap<Services['paperReader'], Map<string, ImportSession>>()

/** The import that this person has under way, or a new one. */
export function useImportSession(): { readonly session: ImportSession; readonly state: ImportState } {
  const services = useServices()
  const client = useQueryClient()
  const [session] = useState(() => {
    const ofReader = sessions.get(services.paperReader) ?? new Map<string, ImportSession>()
    sessions.set(services.paperReader, ofReader)
    const mine =
      ofReader.get(services.me.objectId) ??
      createImportSession(services, () => void client.invalidateQueries({ queryKey: ['rows'] }))
    ofReader.set(services.me.objectId, mine)
    return mine
  })
  return { session, state: useSyncExternalStore(session.subscribe, session.get) }
}
