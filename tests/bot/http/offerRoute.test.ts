import type { AddressInfo } from 'node:net'
import express from 'express'
import { offerRoute } from '../../../src/bot/http/offerRoute.ts'
import { openLog } from '../../../src/bot/log.ts'
import { offerLinks } from '../../../src/bot/offerLinks.ts'
import { withdraw } from '../../../src/usecases/answerOffer.ts'
import { bookForOther, requestPlace } from '../../../src/usecases/requestPlace.ts'
import {
  anOfficer,
  aPartner,
  aRun,
  officerId,
  placesScene,
  signedInAs,
  theCoordinator,
} from '../../support/places.ts'

const runKey = aRun().key
const bea = `${runKey}/bea@camden.example`

/** Bea, who has no account, is offered the only place of the run. */
async function open() {
  const scene = placesScene([aRun({ capacity: 1 })])
  await requestPlace(scene, { runKey, booker: anOfficer(1), actor: signedInAs(1), note: '' })
  await bookForOther(scene, { runKey, booker: aPartner('Bea'), actor: theCoordinator, note: '' })
  await withdraw(scene, { bookingKey: `${runKey}/${officerId(1)}`, why: '', actor: signedInAs(1) })
  const links = offerLinks(async () => scene.bookings, '')
  const app = express().use(
    '/offer',
    offerRoute(
      async () => scene,
      links,
      openLog('silent'),
      () => undefined,
    ),
  )
  const server = app.listen(0)
  const { port } = server.address() as AddressInfo
  const row = await scene.bookings.byKey(bea)
  if (!row) throw new Error('no booking')
  const path = await links.of(row.value)
  const call = async (method: 'GET' | 'POST', to = path, answer = '') => {
    const response = await fetch(`http://localhost:${port}${to}`, {
      method,
      ...(method === 'POST' ? { body: new URLSearchParams({ answer }) } : {}),
    })
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  const state = async () => (await scene.bookings.byKey(bea))?.value.state
  return { scene, path, call, state, close: () => server.close() }
}

test('opening the link shows the offer and changes nothing: programs open links, too', async () => {
  const { call, state, close } = await open()
  const { status, html, headers } = await call('GET')
  expect([status, await state()]).toEqual([200, 'offered'])
  expect(html).toContain('A place for Bea: What to do if')
  expect(html).toContain('Take the place')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('cache-control')).toBe('no-store')
  close()
})

test.each([
  ['take', 'booked', 'A place is booked'],
  ['decline', 'declined', 'No place'],
])('the button %s makes it %s', async (answer, state, words) => {
  const opened = await open()
  expect((await opened.call('POST', opened.path, answer)).html).toContain(words)
  expect(await opened.state()).toBe(state)
  opened.close()
})

test.each(['', 'yes'])('an answer that is neither button turns nothing down: %j', async (answer) => {
  const { call, path, state, close } = await open()
  expect((await call('POST', path, answer)).html).toContain('Take the place')
  expect(await state()).toBe('offered')
  close()
})

test('a mail that is written again has another word, and the list holds neither', async () => {
  const { scene, path, call, close } = await open()
  const links = offerLinks(async () => scene.bookings, '')
  const again = await links.of({ key: bea })
  expect(again).not.toBe(path)
  expect((await call('GET', again)).status).toBe(200)
  expect((await call('GET')).status).toBe(200)
  const kept = JSON.stringify((await scene.bookings.byKey(bea))?.value)
  for (const link of [path, again]) expect(kept).not.toContain(link.split('/').at(-1))
  close()
})

test('the link ends with the offer', async () => {
  const { call, path, close } = await open()
  await call('POST', path, 'decline')
  expect((await call('GET')).status).toBe(404)
  close()
})

test('after the moment at which the offer ends nothing can be taken', async () => {
  const { scene, call, path, state, close } = await open()
  scene.clock.moveTo('2021-06-04T08:00:00.000Z')
  expect((await call('GET')).html).not.toContain('Take the place')
  expect(await call('POST', path, 'take')).toMatchObject({ status: 409 })
  expect(await state()).toBe('offered')
  close()
})

test.each([
  ['a word that was made up', (path: string) => path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ['another booking', (path: string) => path.replace(/offer\/[^/]+/, 'offer/eA')],
  ['no booking at all', () => '/offer/%2e%2e/x'],
])('%s leads nowhere', async (_, change) => {
  const { call, path, state, close } = await open()
  expect((await call('POST', change(path), 'take')).status).toBe(404)
  expect(await state()).toBe('offered')
  close()
})
