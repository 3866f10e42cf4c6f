import type { ContactMeaning } from '../../../../../domain/contactColumns.ts'
import type { ContactImportLine, PlannedContact } from '../../../../../domain/contactImport.ts'
import type { ContactDoubt } from '../../../../../domain/contactRows.ts'
import { sayLineRefusal, saySuccessor, sectorNames } from '../directoryWords.ts'

/** What a column may hold, as the choice says it. */
export const meaningWords: Readonly<Record<ContactMeaning, string>> = {
  organisation: 'Organisation',
  role: 'Role',
  name: 'Name',
  'first-name': 'First name',
  'last-name': 'Last name',
  address: 'E-mail address',
  boroughs: 'Boroughs',
  sector: 'Sector',
  headquarters: 'Headquarters',
  'deputy-name': 'Deputy',
  'deputy-address': 'Deputy’s e-mail address',
  'last-confirmed': 'Last confirmed',
  ignored: 'Not taken over',
}

/** What would be done with a line. */
export function sayStep({ step }: PlannedContact): string {
  switch (step.does) {
    case 'add':
      return 'New'
    case 'change':
      return `Changes ${step.what.join(', ')}`
    case 'confirm':
      return 'Confirmed, unchanged'
    case 'nothing':
      return 'There already'
    case 'refuse':
      return `Not taken: ${sayLineRefusal(step.code)}`
  }
}

/** Everything about a line that was not understood, guessed or put right. */
export function sayDoubts(planned: PlannedContact, today: string): readonly string[] {
  const successor = planned.successor ? [saySuccessor(planned.successor, today)] : []
  return [...successor, ...planned.row.doubts.map(sayDoubt)]
}

function sayDoubt(doubt: ContactDoubt): string {
  switch (doubt.code) {
    case 'unknown-borough':
      return `“${doubt.text}” is no London borough and is left out.`
    case 'headquarters-unread':
      return `“${doubt.text}” is no London borough; the headquarters stay unknown.`
    case 'unread-date':
      return `“${doubt.text}” is no date that can be read.`
    case 'sector-guessed':
      return `The sector is a guess: ${sectorNames[doubt.sector].toLowerCase()}.`
  }
}

export const outcomeWords: Readonly<Record<ContactImportLine['outcome'], string>> = {
  added: 'new',
  changed: 'changed',
  confirmed: 'confirmed',
  unchanged: 'there already',
  refused: 'not taken',
  failed: 'failed',
  'not-reached': 'not reached',
}
