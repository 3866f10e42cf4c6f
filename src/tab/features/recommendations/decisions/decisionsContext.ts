import { createContext, useContext } from 'react'
import type { Values } from '../../../ui/form/formValues.ts'
import type { FormName } from './formNames.ts'

/** What the sections of the page may do: open a form, and know beforehand why one may not be used. */
export interface Decisions {
  open(name: FormName, preset?: Values): void
  /** Why this person may not take the decision now, as a sentence; null when they may. */
  whyNot(name: FormName): string | null
}

/** Null outside an opened recommendation. */
export const DecisionsContext = createContext<Decisions | null>(null)

/** The decisions about the recommendation that is open. */
export function useDecisions(): Decisions {
  const decisions = useContext(DecisionsContext)
  if (!decisions) throw new Error('A decision was drawn outside an opened recommendation.')
  return decisions
}
