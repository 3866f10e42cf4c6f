import type { ComponentType } from 'react'
import type { IsoDate } from '../../../../domain/calendarDays.ts'
import type { Decision, DecisionRefusal } from '../../../../domain/decide.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import type { Person } from '../../../../domain/roles.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import type { RegisterRows } from '../useRegisterRows.ts'

/** What a form needs to know to fill its fields and to read them. */
export interface FormContext {
  readonly row: Recommendation
  readonly register: RegisterRows
  readonly today: IsoDate
  readonly me: Person
  /** What the button that opened the form already said: which part, which entry. */
  readonly preset: Values
}

export type FormReading =
  | { readonly ok: true; readonly decisions: readonly Decision[] }
  | { readonly ok: false; readonly problems: Problems }

/** What is shown in place of the form once it is saved, where there is more to settle. */
export interface AfterProps {
  readonly row: Stored<Recommendation>
  readonly decisions: readonly Decision[]
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** One thing that a person decides, as fields: how they begin, how they are read, and what is said about it. */
export interface DecisionForm {
  readonly title: string
  /** A sentence on what the decision does, where its title does not say it. */
  readonly explanation?: string
  readonly saveLabel: string
  start(context: FormContext): Values
  read(values: Values, context: FormContext): FormReading
  readonly Fields: ComponentType
  /** Beside which field a refusal of the rules stands; the whole form where none is named. */
  readonly fieldOf?: Partial<Record<DecisionRefusal, string | ((values: Values) => string)>>
  /** What is said once it is saved. */
  readonly saved: string
  readonly After?: ComponentType<AfterProps>
  /** Whether `After` has anything to ask. */
  hasAfter?(row: Recommendation, register: RegisterRows): boolean
}

/** A reading of fields that make one decision. */
export function decides(...decisions: readonly Decision[]): FormReading {
  return { ok: true, decisions }
}

/** A reading that cannot be used yet: a sentence for each field. */
export function lacks(problems: Problems): FormReading {
  return { ok: false, problems }
}
