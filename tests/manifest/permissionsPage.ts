import type { Declared, DeclaredApplication, DeclaredPermission } from '../contract/oracle/permissions.ts'

const begin = '<!-- from manifest/permissions.json -->'
const end = '<!-- end -->'

/** The part of docs/permissions.md that follows from manifest/permissions.json. */
export function permissionTables({ applications }: Declared): string {
  return applications.map(section).join('\n\n')
}

function section({ application, when, permissions }: DeclaredApplication): string {
  const rows = permissions.map(
    ({ name, kind, grantedIn, feature, lost, narrowed }) =>
      `| \`${name}\` | ${kind}${grantedIn ? ` (given in ${grantedIn})` : ''} | ${feature} | ${lost} | ${narrowed} |`,
  )
  return [
    `## ${application} (${when})`,
    '',
    '| Permission | Kind | Feature | Without it | How it is narrowed |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '| Permission | Operations |',
    '|---|---|',
    ...permissions.map(operationsRow),
  ].join('\n')
}

const operationsRow = ({ name, kind, operations }: DeclaredPermission): string =>
  `| \`${name}\`, ${kind} | ${operations.map((one) => `\`${one}\``).join('<br>')} |`

/** The page with its generated part put in anew. Throws when the page has lost the marks around it. */
export function withTables(page: string, declared: Declared): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/permissions.md needs the marks ${begin} and ${end}.`)
  return `${page.slice(0, from)}${begin}\n\n${permissionTables(declared)}\n\n${page.slice(to)}`
}
