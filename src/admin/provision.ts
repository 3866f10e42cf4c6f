import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { environmentFile } from './environmentFile.ts'
import { provisionSite } from './wire.ts'

const usage = `Usage: npm run admin -- provision [--environment NAME]

Creates the lists of Follow-Through on the site, with their columns and indexes, and lets the application write
there. Run it again after an update: what differs is added or changed, and when nothing differs nothing happens.

  --environment NAME   settings from env/.env.NAME, as with FT_CONFIG=env/.env.NAME

An administrator signs in in a browser on this machine, gives a token for Graph in FT_ADMIN_TOKEN, or sets
FT_PROVISIONER_ID and FT_PROVISIONER_SECRET for an application that may create lists.
Settings: docs/configuration.md.
`

/** Creates and migrates the lists. */
export const provisionCommand: Command = {
  name: 'provision',
  summary: 'create the lists and columns, or bring them up to date',
  usage,
  async run(args) {
    const { values } = parseArgs({ args, options: { environment: { type: 'string' } } })
    const named = values.environment === undefined ? {} : { FT_CONFIG: environmentFile(values.environment) }
    const report = await provisionSite({ ...process.env, ...named }, (sentence) => console.log(sentence))
    const counts = `${report.lists} lists, ${report.columns} columns`
    for (const refusal of report.refusals) console.error(refusal)
    if (report.refusals.length > 0) return 1
    console.log(
      report.changes.length === 0
        ? `Nothing to change: ${counts} are as declared.`
        : `Done: ${counts} are as declared.`,
    )
    return 0
  },
}
