import { readFileSync } from 'node:fs'
import { type Exchange, testerAgent } from '../../support/recording.ts'
import type { Checked } from './checkExchange.ts'
import type { Operation } from './contract.ts'

export type Kind = 'delegated' | 'application'

/** A permission as manifest/permissions.json declares it. */
export interface DeclaredPermission {
  readonly name: string
  readonly kind: Kind
  /** Where an administrator gives it; Entra when left out. */
  readonly grantedIn?: 'Exchange'
  readonly feature: string
  /** Names of operations, as in the contract. */
  readonly operations: readonly string[]
  readonly lost: string
  readonly narrowed: string
}

export interface DeclaredApplication {
  readonly application: string
  readonly when: string
  readonly permissions: readonly DeclaredPermission[]
}

export interface Declared {
  readonly signIn: readonly string[]
  readonly applications: readonly DeclaredApplication[]
}

export const readDeclared = (): Declared => JSON.parse(readFileSync('manifest/permissions.json', 'utf8'))

/** An operation that an application was seen to use, with one example of it. */
export interface Need {
  readonly application: string
  readonly kind: Kind
  readonly operation: Operation
  readonly example: Exchange
}

/** Every need in the recording, once each; an example that succeeded is preferred. A batch needs what its parts need. */
export function needsOf(checked: readonly Checked[], names: ReadonlyMap<string, string>): readonly Need[] {
  const needs = new Map<string, Need>()
  for (const { exchange, operation } of checked) {
    const application = names.get(exchange.app ?? '')
    if (!operation || !application || exchange.agent === testerAgent) continue
    if (operation.name === 'POST /$batch') continue
    const kind: Kind = exchange.user === 'app-only' ? 'application' : 'delegated'
    const key = [application, kind, operation.name].join(' ')
    const earlier = needs.get(key)
    if (!earlier || (earlier.example.status >= 300 && exchange.status < 300))
      needs.set(key, { application, kind, operation, example: exchange })
  }
  return [...needs.values()]
}

/** Permissions in rising order: each holds what those before it do, also where Microsoft's tables leave it out. */
const ladders: readonly (readonly string[])[] = [
  ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
]

/**
 * What a site's grant of the role `write` opens to Sites.Selected: Microsoft's permission tables leave it out
 * (learn.microsoft.com/graph/permissions-selected-overview). Lists and columns are made with more than `write`.
 */
function openToSelected({ method, template }: Operation): boolean {
  if (/^\/sites\/\{site-id\}\/lists\/\{list-id\}\/items(\/|$)/.test(template)) return true
  const readable = /^\/sites\/\{site-id\}(\/lists(\/\{list-id\}(\/columns)?)?)?$/.test(template)
  return method === 'GET' && readable
}

/**
 * In a mailbox that is shared with the person the permission of the same name with `.Shared` takes the place of the one
 * for their own (learn.microsoft.com/graph/outlook-create-event-in-shared-delegated-calendar).
 */
function inSharedMailbox(permission: string, kind: Kind, { template }: Operation): string {
  const shared = kind === 'delegated' && template.startsWith('/users/{user-id}/')
  return shared ? permission.replace(/\.Shared$/, '') : permission
}

/** Whether the permission is enough for the operation. */
export function covers(permission: string, kind: Kind, operation: Operation): boolean {
  if (permission === 'Sites.Selected') return openToSelected(operation)
  const asIfOwn = inSharedMailbox(permission, kind, operation)
  const { all = [] } = operation[kind] ?? {}
  const ladder = ladders.find((one) => one.includes(asIfOwn)) ?? [asIfOwn]
  return ladder.slice(0, ladder.indexOf(asIfOwn) + 1).some((one) => all.includes(one))
}

/**
 * What a resource-specific permission would narrow, and what it costs: an app whose manifest asks for one is installed
 * only with TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All, which is more than we ask for
 * (learn.microsoft.com/graph/api/userteamwork-post-installedapps, example 2).
 */
const inPlaceOfResourceSpecific: Readonly<Record<string, string>> = {
  'TeamsActivity.Send': 'TeamsActivity.Send.User',
}

/** Whether nothing less that Microsoft documents would do. */
export function isLeast(permission: string, kind: Kind, operation: Operation): boolean {
  const narrower = inPlaceOfResourceSpecific[permission]
  if (narrower !== undefined) return (operation[kind]?.least ?? []).includes(narrower)
  return permission === 'Sites.Selected'
    ? openToSelected(operation)
    : (operation[kind]?.least ?? []).includes(inSharedMailbox(permission, kind, operation))
}
