import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import type { People } from '../usecases/ports.ts'
import { toM365Error } from './failures.ts'
import { quote } from './odata.ts'

const found = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      displayName: v.string(),
      mail: v.nullish(v.string()),
      userPrincipalName: v.string(),
    }),
  ),
})

/** People of the tenant, looked up in the directory. */
export function graphPeople(client: Client): People {
  return {
    async byAddress(address) {
      const wanted = quote(address.trim())
      try {
        const answer: unknown = await client
          .api('/users')
          .filter(encodeURIComponent(`mail eq ${wanted} or userPrincipalName eq ${wanted}`))
          .select('id,displayName,mail,userPrincipalName')
          .get()
        const [person] = v.parse(found, answer).value
        if (!person) return null
        return {
          objectId: person.id,
          name: person.displayName,
          address: person.mail ?? person.userPrincipalName,
        }
      } catch (thrown) {
        throw toM365Error(thrown)
      }
    },
  }
}
