import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { checkSite } from './wire.ts'

const usage = `Usage: npm run admin -- check [--json]

Signs in as the application, opens the site and looks in every list for a row that is known to be there.
Answers 1 when a list is missing or a row is not found by its key.

  --json   print the findings as one JSON array
`

/** Checks that the lists can be reached and searched. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'see whether the lists can be reached and searched',
  usage,
  async run(args) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
    const checks = await checkSite()
    const bad = checks.filter((check) => check.result === 'not-found' || check.result === 'failed')
    if (values.json) console.log(JSON.stringify(checks))
    else {
      for (const check of checks) console.log(`${check.list.padEnd(16)} ${check.note}`)
      console.log(
        bad.length === 0 ? 'All lists are well.' : `${bad.length} of ${checks.length} lists are not.`,
      )
    }
    return bad.length === 0 ? 0 : 1
  },
}
