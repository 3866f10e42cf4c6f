import { createContext, useContext } from 'react'
import type { FormContext } from './decisionForm.ts'

const AboutContext = createContext<FormContext | null>(null)

/** Hands the fields of a decision what it is about. */
export const FormContextProvider = AboutContext.Provider

/** The recommendation that the open form is about, and what is around it. */
export function useFormContext(): FormContext {
  const context = useContext(AboutContext)
  if (!context) throw new Error('A decision’s fields were drawn outside a decision.')
  return context
}
