import type { Person, SharedMailbox } from '../directory.ts'
import { badRequest } from '../graphErrors.ts'
import { type FilterNode, parseFilter } from '../query/filter.ts'
import { FilterError } from '../query/filterTokens.ts'

type Account = Person | SharedMailbox
type Test = (account: Account) => boolean

const filterable = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'] as const
const searchable = ['displayName', 'mail', 'userPrincipalName'] as const

/** Reads the $filter of /users: eq and startswith on the basic properties, joined by and/or. Throws 400. */
export function userFilter(text: string | undefined): Test {
  if (text === undefined) return () => true
  try {
    return testOf(parseFilter(text))
  } catch (error) {
    throw error instanceof FilterError
      ? badRequest(`Invalid filter clause: ${error.message}`, 'BadRequest')
      : error
  }
}

/** Reads `$search="displayName:ann"`: a word of the property begins so. Needs ConsistencyLevel: eventual. Throws 400. */
export function userSearch(text: string | undefined, consistency: string | undefined): Test {
  if (text === undefined) return () => true
  if (consistency?.toLowerCase() !== 'eventual') {
    throw badRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      'Request_UnsupportedQuery',
    )
  }
  const clauses = text.split(/\s+OR\s+/).map((clause) => {
    const [, name = '', wanted = ''] = /^"(\w+):([^"]+)"$/.exec(clause.trim()) ?? []
    const property = searchable.find((one) => one === name)
    if (property === undefined) throw badRequest(`The search clause ${clause} is not imitated.`, 'BadRequest')
    return { property, wanted: wanted.toLowerCase() }
  })
  return (account) => clauses.some(({ property, wanted }) => wordsBegin(account[property], wanted))
}

function testOf(node: FilterNode): Test {
  if (node.kind === 'and' || node.kind === 'or') {
    const [left, right] = [testOf(node.left), testOf(node.right)]
    return node.kind === 'and' ? (one) => left(one) && right(one) : (one) => left(one) || right(one)
  }
  const starts = node.kind === 'call' && node.name === 'startswith'
  const equals = node.kind === 'compare' && node.operator === 'eq'
  if (!starts && !equals)
    throw badRequest('This filter on users is not imitated.', 'Request_UnsupportedQuery')
  const property = filterable.find((one) => one === node.path)
  if (property === undefined)
    throw badRequest(`Users cannot be filtered by '${node.path}' here.`, 'Request_UnsupportedQuery')
  const wanted = String(node.value).toLowerCase()
  return (account) => {
    const value = String(property in account ? (account as Person)[property] : '').toLowerCase()
    return starts ? value.startsWith(wanted) : value === wanted
  }
}

const wordsBegin = (value: string, wanted: string) =>
  value
    .toLowerCase()
    .split(/[\s.@-]+/)
    .some((_word, index, words) => words.slice(index).join(' ').startsWith(wanted))
