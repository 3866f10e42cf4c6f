import type { Verdict } from './verdict.ts'

/** What was found under each plan, by its name. */
export type Findings = ReadonlyMap<string, Verdict>

const kinds = ['lost', 'doubled', 'wrong'] as const

/** The figures of all plans, and for each plan with a finding how to run it alone. */
export function writeFigures(findings: Findings, times: ReadonlyMap<string, number>): string {
  const all = [...findings.values()]
  const sum = (count: (verdict: Verdict) => number) =>
    all.reduce((total, verdict) => total + count(verdict), 0)
  const figures: readonly (readonly [string, number])[] = [
    ['plans', findings.size],
    ['writes attempted', sum((verdict) => verdict.writes)],
    ...kinds.map((kind) => [kind, sum((verdict) => verdict[kind].length)] as const),
  ]
  const lines = figures.map(([name, count]) => `${name.padEnd(17)}${String(count).padStart(5)}`)
  const took = [...times].map(([lane, ms]) => `${lane} ${Math.round(ms / 1000)} s`).join(', ')
  return `\n${lines.join('\n')}\n(${took})\n${[...findings].map(writeFinding).join('')}`
}

function writeFinding([name, verdict]: readonly [string, Verdict]): string {
  const found = kinds.flatMap((kind) => verdict[kind].map((sentence) => `  ${kind}: ${sentence}\n`))
  return found.length === 0 ? '' : `${name}\n${found.join('')}`
}
