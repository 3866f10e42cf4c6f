/**
 * Loaded before the service (`node --import`), so that its waits take a fiftieth of their time. Only waits are
 * shortened, that is timers which do nothing but resolve a promise; limits on how long an answer may take stay.
 */
import { syncBuiltinESMExports } from 'node:module'
import promises from 'node:timers/promises'

const quicker = 50
const timer = globalThis.setTimeout
const wait = promises.setTimeout

/** A promise's resolver is a function of the engine, without a text of its own. */
const onlyResolves = (work: unknown) =>
  typeof work === 'function' && Function.prototype.toString.call(work).includes('[native code]')

globalThis.setTimeout = new Proxy(timer, {
  apply(target, self, [work, milliseconds, ...more]) {
    const time = onlyResolves(work) ? Number(milliseconds) / quicker : milliseconds
    return Reflect.apply(target, self, [work, time, ...more])
  },
})
promises.setTimeout = new Proxy(wait, {
  apply: (target, self, [milliseconds, ...more]) =>
    Reflect.apply(target, self, [Number(milliseconds) / quicker, ...more]),
})
// The clock that the pace of a run goes by. By the real one every shortened wait would leave a debt to the next, and
// the calls of a hundredth plan would wait for all the plans before it.
const clock = performance.now.bind(performance)
performance.now = () => clock() * quicker
syncBuiltinESMExports()
