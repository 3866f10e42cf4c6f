import type { Browser } from 'playwright-core'
import { type Traffic, trafficOf } from './figures.ts'
import type { SlowPipe } from './slowPipe.ts'
import { firstRowIn, heapOf, type KeyFigures, typeAndMeasure, watch } from './watchPage.ts'

export interface PeerFigures extends Traffic {
  /** Null when it was stopped. */
  readonly firstRowsMs: number | null
  readonly keystroke: KeyFigures | null
  readonly heapMb: number | null
}

export interface PeerPlace {
  /** Where the peer's page is. */
  readonly address: string
  readonly graph: string
  readonly site: string
  readonly token: string
}

/**
 * The peer: the same rows, the same network, libraries alone.
 * @param limit milliseconds after which it is stopped
 */
export async function measurePeer(
  browser: Browser,
  place: PeerPlace,
  pipe: SlowPipe,
  typed: readonly string[],
  limit: number,
): Promise<PeerFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  await watch(context)
  const page = await context.newPage()
  const { address, ...given } = place
  const began = Date.now()
  await page.goto(`${address}#${encodeURIComponent(JSON.stringify(given))}`)
  const frame = page.mainFrame()
  const origin = await frame.evaluate(() => performance.timeOrigin)
  const first = await firstRowIn(frame, limit)
  const traffic = trafficOf(pipe.passed, began, Date.now())
  const keys =
    first === null
      ? null
      : await Promise.race([
          typeAndMeasure(page, frame, typed).catch(() => null),
          new Promise<null>((resolve) => setTimeout(resolve, limit, null)),
        ])
  const heapMb = first === null ? null : await heapOf(page).catch(() => null)
  await context.close()
  return {
    ...traffic,
    firstRowsMs: first === null ? null : Math.round(first - origin),
    keystroke: keys,
    heapMb,
  }
}
