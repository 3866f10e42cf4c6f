import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { type Traffic, trafficOf } from './figures.ts'
import type { SlowPipe } from './slowPipe.ts'
import { firstRowIn, heapOf, type KeyFigures, typeAndMeasure, watch } from './watchPage.ts'

export interface Opening extends Traffic {
  /** From the beginning of the tab's frame to its first painted row. */
  readonly firstRowsMs: number | null
  /** To the last row, on a first visit. */
  readonly allRowsMs: number | null
}

export interface Figures {
  readonly cold: Opening
  /** Requests before the first row was painted. */
  readonly coldBeforeFirstRows: Traffic
  /** How many requests had to wait for one another until the first page of the register was there. */
  readonly coldSequenceToFirstPage: number
  readonly warm: Opening
  readonly warmBeforeFirstRows: Traffic
  readonly keystroke: KeyFigures
  readonly heapMb: number
}

/** Milliseconds in which the device has kept the last rows that came. */
const untilKept = 3_000

/** Longest wait for the rows, in milliseconds. */
const patience = 300_000

/** The register in the Teams window of the local tenant: a first visit, then a second one on the same device. */
export async function measureOurs(
  browser: Browser,
  origin: string,
  pipe: SlowPipe,
  rows: number,
  typed: readonly string[],
): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  await watch(context)
  const first = await openTab(context, origin)
  const cold = await opening(first, pipe, rows)
  await first.page.close()
  const second = await openTab(context, origin)
  const warm = await opening(second, pipe, rows)
  const keystroke = await typeAndMeasure(second.page, second.frame, typed)
  const heapMb = await heapOf(second.page)
  await context.close()
  return {
    cold: cold.whole,
    coldBeforeFirstRows: cold.before,
    coldSequenceToFirstPage: cold.chain,
    warm: warm.whole,
    warmBeforeFirstRows: warm.before,
    keystroke,
    heapMb,
  }
}

interface Opened {
  readonly page: Page
  readonly frame: Frame
}

async function openTab(context: BrowserContext, origin: string): Promise<Opened> {
  const page = await context.newPage()
  const subPage = encodeURIComponent('recommendations?group=report')
  await page.goto(`${origin}/?user=helen.carver&subpage=${subPage}`)
  const element = await page.waitForSelector('iframe[title="Follow-Through"]')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The Teams window has no tab.')
  await frame.waitForURL(/\/tab\//)
  return { page, frame }
}

/** When the first page of the register had come. */
function firstPage({ passed }: SlowPipe, began: number): number {
  const page = passed.find(
    ({ method, path, began: at }) => at >= began && method === 'GET' && /Recommendations\/items/.test(path),
  )
  return page?.ended ?? began
}

async function opening({ frame }: Opened, pipe: SlowPipe, rows: number) {
  const began = await frame.evaluate(() => performance.timeOrigin)
  const first = await firstRowIn(frame, patience)
  await frame.waitForFunction(
    (count) =>
      document.body.innerText.includes(`${count.toLocaleString('en-GB')} recommendations`) &&
      !document.body.innerText.includes('Still reading'),
    rows,
    { timeout: patience, polling: 100 },
  )
  const all = Date.now()
  // What is still under way belongs to this opening too, and the last rows are still being kept on the device.
  await new Promise((resolve) => setTimeout(resolve, untilKept))
  const whole: Opening = {
    ...trafficOf(pipe.passed, began, Date.now()),
    firstRowsMs: first === null ? null : Math.round(first - began),
    allRowsMs: Math.round(all - began),
  }
  const before = trafficOf(pipe.passed, began, first ?? all)
  return { whole, before, chain: trafficOf(pipe.passed, began, firstPage(pipe, began)).inSequence }
}
