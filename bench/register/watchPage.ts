import type { BrowserContext, Frame, Page } from 'playwright-core'
import { median, p95 } from './figures.ts'

/** What the watching script leaves in a page. */
interface Watched {
  /** Milliseconds since the epoch at which the first row was painted. */
  firstRow?: number
  pressedAt?: number
  paintedAt?: number
}

declare global {
  interface Window {
    benchWatch: Watched
  }
}

/** Watches every frame of a context from its beginning: when the first row is painted, and when keys are answered. */
export async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watched: Watched = {}
    window.benchWatch = watched
    const now = () => performance.timeOrigin + performance.now()
    // What is drawn in a frame has been painted when the task after it runs.
    const afterPaint = (work: () => void) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = work
        channel.port2.postMessage(null)
      })
    const rows = '[aria-label="Register"] tr[aria-rowindex] td, [data-row]'
    const answers = '[role="status"], [role="treegrid"], [role="grid"]'
    // React writes some attributes of inputs again at every turn, which changes nothing on the screen.
    const isAnswer = ({ target, type }: MutationRecord) =>
      type !== 'attributes' && (target instanceof Element ? target : target.parentElement)?.closest(answers)
    const changed = (changes: readonly MutationRecord[]) => {
      if (watched.firstRow === undefined && document.querySelector(rows)) {
        watched.firstRow = 0
        afterPaint(() => {
          watched.firstRow = now()
        })
      }
      if (watched.pressedAt !== undefined && changes.some(isAnswer)) {
        afterPaint(() => {
          watched.paintedAt = now()
        })
      }
    }
    new MutationObserver(changed).observe(document, {
      ...{ subtree: true, childList: true, characterData: true, attributes: true },
    })
    const pressed = (event: Event) => {
      watched.pressedAt = performance.timeOrigin + event.timeStamp
      watched.paintedAt = undefined
    }
    addEventListener('keydown', pressed, true)
  })
}

/** Waits for the first painted row of a frame; the moment in milliseconds since the epoch, or null after `limit`. */
export async function firstRowIn(frame: Frame, limit: number): Promise<number | null> {
  const found = await frame
    .waitForFunction(() => window.benchWatch.firstRow || null, null, { timeout: limit, polling: 50 })
    .catch(() => null)
  return found ? Number(await found.jsonValue()) : null
}

export interface KeyFigures {
  readonly medianMs: number
  readonly p95Ms: number
  readonly worstMs: number
}

/** Milliseconds without a change after which the answer to a key is taken to be complete. */
const quiet = 350

/** Types into the search, one key at a time, and gives the milliseconds from each key to its answer on the screen. */
export async function typeAndMeasure(
  page: Page,
  frame: Frame,
  words: readonly string[],
): Promise<KeyFigures> {
  const box = frame.getByLabel('Search recommendations')
  const times: number[] = []
  const press = async (key: string) => {
    await page.keyboard.press(key)
    await page.waitForTimeout(quiet)
    let last = -1
    for (;;) {
      const time = await frame.evaluate(() => {
        const { pressedAt, paintedAt } = window.benchWatch
        return pressedAt !== undefined && paintedAt !== undefined ? paintedAt - pressedAt : -1
      })
      if (time === last) break
      last = time
      await page.waitForTimeout(quiet)
    }
    if (last >= 0) times.push(last)
  }
  await box.click()
  for (const word of words) {
    for (const letter of word) await press(letter)
    await page.keyboard.press('Control+A')
    await press('Backspace')
  }
  const round = (value: number) => Math.round(value * 10) / 10
  return { medianMs: round(median(times)), p95Ms: round(p95(times)), worstMs: round(Math.max(...times)) }
}

/** Megabytes that the page's scripts hold after a collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('Performance.getMetrics'))
  const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
  return Math.round(bytes / 1_000_000)
}
