import { parseArgs } from 'node:util'
import { runTenantCheck } from './checkTenant.ts'
import type { Command } from './command.ts'
import { checkSite } from './wire.ts'

const usage = `Usage: npm run admin -- check [--json]
       npm run admin -- check --tenant [--json FILE] [--send-to ADDRESS]

Signs in as the application, opens the site and looks in every list for a row that is known to be there.
Answers 1 when a list is missing or a row is not found by its key.

  --json   print the findings as one JSON array

With --tenant it looks instead whether Microsoft 365 is as the product takes it to be: fifteen checks in a list of
its own, which is removed at the end, and in a calendar. Answers 1 when one of them disagrees.

  --json FILE          where the record is kept (usually tenant-check.json in FT_DATA)
  --send-to ADDRESS    somebody with the app who agreed to get cards, a notification and an invitation

Environment:
  FT_PROVISIONER_ID, FT_PROVISIONER_SECRET    the sign-in that creates the list and looks people up
  FT_MAILBOX                                  the mailbox whose calendar the application may use
  FT_CHECK_TOKEN                              instead of it: a coordinator's token for Graph (Calendars.ReadWrite)
`

/** Checks that the lists can be reached and searched, or that the tenant is as the product takes it to be. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'see whether the lists can be reached and searched, or what the tenant is like (--tenant)',
  usage,
  async run(args) {
    if (args.includes('--tenant')) {
      const { values } = parseArgs({
        args,
        options: {
          tenant: { type: 'boolean' },
          json: { type: 'string' },
          'send-to': { type: 'string' },
        },
      })
      return runTenantCheck({ file: values.json ?? null, sendTo: values['send-to'] ?? null })
    }
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
    return checkLists(values.json)
  },
}

async function checkLists(asJson: boolean): Promise<number> {
  const checks = await checkSite()
  const bad = checks.filter((check) => check.result === 'not-found' || check.result === 'failed')
  if (asJson) console.log(JSON.stringify(checks))
  else {
    for (const check of checks) console.log(`${check.list.padEnd(16)} ${check.note}`)
    console.log(bad.length === 0 ? 'All lists are well.' : `${bad.length} of ${checks.length} lists are not.`)
  }
  return bad.length === 0 ? 0 : 1
}
