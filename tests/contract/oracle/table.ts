import type { Checked } from './checkExchange.ts'

/** One line of the table: an operation with what was seen of it. */
interface Line {
  readonly operation: string
  requests: number
  responses: number
  violations: number
}

/** The table of operations with their counts, and the totals below it. */
export function tableOf(checked: readonly Checked[]): string {
  const lines = new Map<string, Line>()
  for (const { exchange, operation, violations } of checked) {
    const name = operation?.name ?? `${exchange.method} ${exchange.path} (unknown)`
    const shown = operation?.source ? `${name} *` : name
    const line = lines.get(shown) ?? { operation: shown, requests: 0, responses: 0, violations: 0 }
    line.requests += 1
    line.responses += exchange.status === 0 ? 0 : 1
    line.violations += violations.length
    lines.set(shown, line)
  }
  const sorted = [...lines.values()].toSorted((one, other) => place(one).localeCompare(place(other)))
  const rows = [['Operation', 'Requests', 'Responses', 'Violations'], ...sorted.map(cells), totals(sorted)]
  const width = Math.max(...rows.map(([name = '']) => name.length))
  const said = rows.map(([name = '', ...counts]) =>
    [name.padEnd(width), ...counts.map((one) => one.padStart(10))].join(' '),
  )
  const note =
    '* documented by Microsoft for v1.0, not part of the slice; $batch parts count by themselves too'
  return [...said.slice(0, -1), '', said.at(-1), note].join('\n')
}

/** By path, then by method. */
const place = ({ operation }: Line): string => operation.split(' ').toReversed().join(' ')

const cells = (line: Line): string[] => [
  line.operation,
  String(line.requests),
  String(line.responses),
  String(line.violations),
]

function totals(lines: readonly Line[]): string[] {
  const sum = (count: (line: Line) => number) => lines.reduce((total, line) => total + count(line), 0)
  return cells({
    operation: `${lines.length} operations`,
    requests: sum((line) => line.requests),
    responses: sum((line) => line.responses),
    violations: sum((line) => line.violations),
  })
}
