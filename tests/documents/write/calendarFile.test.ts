import ICAL from 'ical.js'
import { writeCalendarFile } from '../../../src/documents/write/calendarFile.ts'
import { type CalendarEntry, calendarUid } from '../../../src/domain/calendarEntry.ts'

const entry: CalendarEntry = {
  method: 'request',
  uid: '6f1a@follow-through',
  sequence: 0,
  stampedAt: '2018-03-01T09:30:00.000Z',
  subject: 'SPASE: Lambeth and Southwark, 7 November 2018',
  text: 'Bring your plan.\nDoors open at nine.',
  date: '2018-11-07',
  start: '09:30',
  end: '16:30',
  location: 'Hydra Suite',
  organiser: { name: 'Ruth Mbeki', address: 'ruth.mbeki@thameside.example' },
  attendee: { name: 'Dr Ngozi Eze', address: 'public.health@southwark.example', required: true },
}

/** Reads a file as a calendar does, with a reader that is not ours. */
function read(changes: Partial<CalendarEntry> = {}) {
  const text = writeCalendarFile({ ...entry, ...changes })
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('There is no event in the file.')
  const event = new ICAL.Event(component)
  const of = (name: string) => component.getFirstProperty(name)
  return { text, calendar, component, event, of, method: calendar.getFirstPropertyValue('method') }
}

describe('a calendar file', () => {
  it.each([
    ['in winter', '2018-11-07', '2018-11-07T09:30:00.000Z'],
    ['in summer', '2018-07-18', '2018-07-18T08:30:00.000Z'],
    ['on the last day of summer time', '2018-10-27', '2018-10-27T08:30:00.000Z'],
    ['on the day on which the clocks go back', '2018-10-28', '2018-10-28T09:30:00.000Z'],
    ['on the last day of winter time', '2019-03-30', '2019-03-30T09:30:00.000Z'],
    ['on the day on which the clocks go forward', '2019-03-31', '2019-03-31T08:30:00.000Z'],
  ])('means half past nine on UK clocks %s', (_when, date, moment) => {
    const { event, of } = read({ date })
    expect(of('dtstart')?.getParameter('tzid')).toBe('Europe/London')
    expect(event.startDate.toString()).toBe(`${date}T09:30:00`)
    expect(event.startDate.toJSDate().toISOString()).toBe(moment)
    expect(event.endDate.hour).toBe(16)
  })

  it('carries the rules of UK time with it, and its stamp is in universal time', () => {
    const { calendar, of } = read()
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
    expect(of('dtstamp')?.getFirstValue()?.toString()).toBe('2018-03-01T09:30:00Z')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  })

  it('asks the one person whom it is for, who may answer', () => {
    const { method, component, of } = read()
    expect(method).toBe('REQUEST')
    expect(component.getAllProperties('attendee')).toHaveLength(1)
    expect(String(of('attendee')?.getFirstValue()).toLowerCase()).toBe(
      'mailto:public.health@southwark.example',
    )
    expect(of('attendee')?.getParameter('rsvp')).toBe('TRUE')
    expect(of('attendee')?.getParameter('role')).toBe('REQ-PARTICIPANT')
    expect(String(of('organizer')?.getFirstValue()).toLowerCase()).toBe('mailto:ruth.mbeki@thameside.example')
  })

  it('takes the same day away again: same name, higher number, CANCEL', () => {
    const asked = read()
    const cancelled = read({ method: 'cancel', sequence: 1 })
    expect(cancelled.method).toBe('CANCEL')
    expect(cancelled.event.uid).toBe(asked.event.uid)
    expect(Number(cancelled.event.sequence)).toBeGreaterThan(Number(asked.event.sequence))
    expect(cancelled.of('status')?.getFirstValue()).toBe('CANCELLED')
    expect(cancelled.of('attendee')).not.toBeNull()
  })

  it('is published without anybody’s name for whoever only wants to note the day', () => {
    const { method, of } = read({ method: 'publish', attendee: null, organiser: null })
    expect([method, of('attendee'), of('organizer')]).toEqual(['PUBLISH', null, null])
  })

  it.each([
    'Barking and Dagenham, Havering and Redbridge',
    'Hammersmith & Fulham; "the old hall"',
    'Back\\slash, and <b>HTML</b>',
    'Zoë Ångström – 東京 🙂 '.repeat(12).trim(),
  ])('gives %s back as it was', (words) => {
    const { event, of, text } = read({ subject: words, location: words, text: `${words}\n${words}` })
    expect([event.summary, event.location, event.description]).toEqual([words, words, `${words}\n${words}`])
    expect(of('summary')?.getFirstValue()).toBe(words)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('takes a name that tries to write a line of its own for a name', () => {
    const name = 'Ann "the nurse", Berg\r\nATTENDEE:mailto:else@thameside.example'
    const { component, of } = read({
      attendee: { name, address: 'a@b.example\r\nSUMMARY:Stolen', required: false },
    })
    expect(component.getAllProperties('attendee')).toHaveLength(1)
    expect(of('attendee')?.getParameter('cn')).toContain('Ann')
    expect(of('summary')?.getFirstValue()).toBe(entry.subject)
  })

  it('is known in calendars by a name that tells neither date nor unit', () => {
    const uid = calendarUid({ key: 'spase-2018-11-07-lambeth-and-southwark' })
    expect(uid).toBe(calendarUid({ key: 'spase-2018-11-07-lambeth-and-southwark' }))
    expect(uid).not.toMatch(/2018|11-07|lambeth/i)
  })
})
