import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A JSON schema as it stands in Microsoft's document. */
export type Schema = { readonly [keyword: string]: unknown }

/** Permissions of one kind that an operation takes; any one will do, and the least of them are named apart. */
export interface PermissionChoice {
  readonly least: readonly string[]
  readonly all: readonly string[]
}

/** One operation of Graph as the contract, or a page of Microsoft's that we name, describes it. */
export interface Operation {
  /** `GET /users/{user-id}`: the method and the template, without the brackets of functions. */
  readonly name: string
  readonly method: string
  readonly template: string
  /** Names of the query options that it takes. */
  readonly query: readonly string[]
  readonly request: Schema | null
  readonly response: Schema | null
  readonly delegated: PermissionChoice | null
  readonly application: PermissionChoice | null
  /** Where it is described, when the contract's slice does not hold it. */
  readonly source?: string
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
  readonly 'x-permissions'?: {
    readonly DelegatedWork?: PermissionChoice
    readonly Application?: PermissionChoice
  }
}
type Content = { readonly 'application/json': { readonly schema: Schema } }

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface Contract {
  readonly operations: readonly Operation[]
  readonly schemas: Readonly<Record<string, Schema>>
}

/** Reads Microsoft's published slice from the shared folder and adds what it leaves out. */
export function readContract(shared: string): Contract {
  const file = (name: string) => readFileSync(path.join(shared, 'contract', name), 'utf8')
  const api = JSON.parse(file('graph-v1.openapi.json')) as OpenApi
  const table = JSON.parse(file('graph-v1.operations.json')) as { ops: OperationRow[] }
  const rows = new Map(table.ops.map((row) => [`${row.method} ${plainTemplate(row.path)}`, row]))
  const described = Object.entries(api.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, one]) =>
      operation(template, method, one, rows.get(`${method.toUpperCase()} ${plainTemplate(template)}`)),
    ),
  )
  const operations = [...described, ...notInTheSlice]
  return { operations: operations.map((one) => withMine(one, operations)), schemas: api.components.schemas }
}

/**
 * Options that Microsoft documents and the slice leaves out: learn.microsoft.com/graph/api/appcatalogs-list-teamsapps,
 * learn.microsoft.com/graph/api/user-list-people.
 */
const furtherOptions: Readonly<Record<string, readonly string[]>> = {
  'GET /appCatalogs/teamsApps': ['$filter', '$select', '$expand'],
  'GET /me/people': ['$search', '$select', '$top'],
}

/** The slice lists no query options under `/me`, which is another address of `/users/{user-id}`. */
function withMine(one: Operation, all: readonly Operation[]): Operation {
  if (!/^\/me(\/|$)/.test(one.template)) return one
  const name = one.name.replace(/\/me(?=\/|$)/, '/users/{user-id}')
  const twin = all.find((other) => other.name === name)
  // A stretch of time is asked for with the same two parameters wherever events are listed by it.
  const stretch = /\/(calendarView|instances)$/.test(one.template) ? ['startDateTime', 'endDateTime'] : []
  return { ...one, query: [...new Set([...one.query, ...(twin?.query ?? []), ...stretch])] }
}

interface OperationRow {
  readonly method: string
  readonly path: string
  readonly query?: readonly string[]
}

/** `delta()` and `delta` are the same function. */
export const plainTemplate = (template: string): string => template.replace(/\(\)$/, '')

function operation(
  template: string,
  method: string,
  one: Described,
  row: OperationRow | undefined,
): Operation {
  const named = (one.parameters ?? []).filter((parameter) => parameter.in === 'query')
  const plain = plainTemplate(template)
  const further = furtherOptions[`${method.toUpperCase()} ${plain}`] ?? []
  return {
    name: `${method.toUpperCase()} ${plain}`,
    method: method.toUpperCase(),
    template: plain,
    query: [...new Set([...named.map((parameter) => parameter.name), ...(row?.query ?? []), ...further])],
    request: one.requestBody?.content['application/json'].schema ?? null,
    response: one.responses['2XX']?.content?.['application/json'].schema ?? null,
    delegated: one['x-permissions']?.DelegatedWork ?? null,
    application: one['x-permissions']?.Application ?? null,
  }
}

const type = (name: string): Schema => ({ $ref: `#/components/schemas/microsoft.graph.${name}` })
const sitePermission: Omit<Operation, 'name' | 'method' | 'request'> = {
  template: '/sites/{site-id}/permissions/{permission-id}',
  query: ['$select'],
  response: type('permission'),
  delegated: null,
  application: { least: ['Sites.FullControl.All'], all: ['Sites.FullControl.All'] },
  source: 'learn.microsoft.com/graph/api/permission-get and permission-update',
}

/** Operations that the product uses, that Microsoft documents for v1.0, and that the slice does not hold. */
const notInTheSlice: readonly Operation[] = [
  { ...sitePermission, name: `GET ${sitePermission.template}`, method: 'GET', request: null },
  {
    ...sitePermission,
    name: `PATCH ${sitePermission.template}`,
    method: 'PATCH',
    request: type('permission'),
  },
  // Only the journeys do this: somebody takes the app's grant away.
  {
    ...sitePermission,
    name: `DELETE ${sitePermission.template}`,
    method: 'DELETE',
    request: null,
    response: null,
    source: 'learn.microsoft.com/graph/api/site-delete-permission',
  },
  {
    name: 'GET /chats/{chat-id}/messages',
    method: 'GET',
    template: '/chats/{chat-id}/messages',
    query: ['$top', '$orderby', '$filter'],
    request: null,
    response: {
      type: 'object',
      required: ['value'],
      properties: { value: { type: 'array', items: type('chatMessage') } },
      patternProperties: { '^(@|.+@)': {} },
      additionalProperties: false,
    },
    delegated: { least: ['Chat.Read'], all: ['Chat.Read', 'Chat.ReadWrite'] },
    application: {
      least: ['Chat.Read.WhereInstalled'],
      all: ['Chat.Read.WhereInstalled', 'Chat.Read.All', 'Chat.ReadWrite.All', 'ChatMessage.Read.All'],
    },
    source: 'learn.microsoft.com/graph/api/chat-list-messages; OfficeDev/Microsoft-Teams-Samples/issues/959',
  },
]
