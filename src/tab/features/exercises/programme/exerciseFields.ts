import { readBoroughs } from '../../../../domain/boroughs.ts'
import type { ExerciseDraft } from '../../../../domain/exerciseEntry.ts'
import type { Facilitator } from '../../../../domain/exercisePlan.ts'
import { nameOfUnit, type Unit, unitMark } from '../../../../domain/units.ts'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'

/** The choice that opens fields of its own. */
export const another = 'another'

/** A place that has been used or is in the directory of venues. */
export interface KnownPlace {
  readonly name: string
  readonly roomAddress: string
}

/** What a form about an exercise begins with. */
export function valuesOf(
  draft: ExerciseDraft,
  units: readonly Unit[],
  places: readonly KnownPlace[],
): Values {
  const { unit, boroughs, venue, roomAddress, onlinePart } = draft
  const known = units.some((one) => one.name === unit && unitMark(one.boroughs) === unitMark(boroughs))
  const isKnownPlace = places.some((one) => one.name === venue && one.roomAddress === roomAddress)
  return {
    ...{ type: draft.type, date: draft.date, start: draft.start, end: draft.end, unit: '', place: '' },
    ...(unit !== '' && { unit: known ? unit : another }),
    ...{ unitName: known ? '' : unit, boroughs: known ? '' : boroughs.join(', ') },
    ...(venue !== '' && { place: isKnownPlace ? venue : another }),
    ...{ venue: isKnownPlace ? '' : venue, roomAddress: isKnownPlace ? '' : roomAddress },
    facilitators: draft.facilitators.map(writeFacilitator).join('\n'),
    scenarios: draft.scenarios.join('\n'),
    ...{
      agenda: draft.agenda,
      joining: draft.joining,
      internalNote: draft.internalNote,
      mailbox: draft.mailbox,
    },
    ...{ onlineStart: onlinePart?.start ?? '', onlineEnd: onlinePart?.end ?? '', why: '' },
  }
}

/** Reads the form. It never fails: what does not hold together is found by the rules. */
export function draftIn(
  values: Values,
  units: readonly Unit[],
  places: readonly KnownPlace[],
): ExerciseDraft {
  const text = (name: string) => values[name] ?? ''
  const place =
    values.place === another
      ? { name: text('venue'), roomAddress: text('roomAddress') }
      : places.find(({ name }) => name === values.place)
  const [from, to] = [text('onlineStart'), text('onlineEnd')]
  return {
    ...{ type: text('type'), date: text('date'), start: text('start'), end: text('end') },
    ...unitIn(values, units),
    ...{ venue: place?.name ?? '', roomAddress: place?.roomAddress ?? '' },
    onlinePart: from === '' && to === '' ? null : { start: from, end: to },
    facilitators: linesIn(values, 'facilitators').map(readFacilitator),
    scenarios: linesIn(values, 'scenarios'),
    ...{ agenda: text('agenda'), joining: text('joining'), internalNote: text('internalNote') },
    mailbox: text('mailbox'),
  }
}

function unitIn(values: Values, units: readonly Unit[]): Pick<ExerciseDraft, 'unit' | 'boroughs'> {
  if (values.unit !== another) {
    const known = units.find(({ name }) => name === values.unit)
    return { unit: known?.name ?? '', boroughs: known?.boroughs ?? [] }
  }
  const boroughs = boroughsIn(wordsOf(values, 'boroughs'))
  return { unit: wordsOf(values, 'unitName') || nameOfUnit(boroughs), boroughs }
}

/** The boroughs of a text; names that are no borough of London are kept as they are written. */
export function boroughsIn(text: string): readonly string[] {
  const { boroughs, unknown } = readBoroughs(text)
  return [...boroughs.map(({ name }) => name), ...unknown]
}

function linesIn(values: Values, name: string): readonly string[] {
  return (values[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `Jo Bell <jo.bell@example.org>`, a bare address, or a bare name. */
export function readFacilitator(line: string): Facilitator {
  const [, name = '', address = ''] = /^(.*?)\s*<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(line) ?? []
  if (address === '') return { name: line, address: '' }
  return { name: name.replace(/[,;]$/, '') || address, address }
}

function writeFacilitator({ name, address }: Facilitator): string {
  if (address === '') return name
  return name === address || name === '' ? address : `${name} <${address}>`
}
