import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import type { FoundPerson, PeopleSearch } from '../usecases/directoryPorts.ts'
import { toM365Error } from './failures.ts'

const optionalText = v.nullish(v.string(), '')
const answer = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      displayName: optionalText,
      jobTitle: optionalText,
      companyName: optionalText,
      scoredEmailAddresses: v.nullish(v.array(v.object({ address: optionalText })), []),
      personType: v.nullish(v.object({ class: optionalText, subclass: optionalText })),
    }),
  ),
})
type FoundRow = v.InferOutput<typeof answer>['value'][number]

const fields = 'id,displayName,jobTitle,companyName,scoredEmailAddresses,personType'
/** Fewer letters find half of the force. */
const fewestLetters = 2

/**
 * People around the signed-in person: colleagues, and people outside with whom there was mail
 * (learn.microsoft.com/graph/people-example). Needs no right to read the directory.
 */
export function graphPeopleSearch(client: Client): PeopleSearch {
  return {
    async search(text) {
      // A quotation mark would end the phrase that is searched for.
      const wanted = text.replace(/["\\]/g, ' ').trim()
      if (wanted.length < fewestLetters) return []
      try {
        const raw: unknown = await client
          .api('/me/people')
          .search(encodeURIComponent(`"${wanted}"`))
          .select(fields)
          .top(10)
          .get()
        return v.parse(answer, raw).value.flatMap(personOf)
      } catch (thrown) {
        throw toM365Error(thrown)
      }
    },
  }
}

/** Groups and rooms are no people, and somebody without an address cannot be asked to anything. */
function personOf(row: FoundRow): readonly FoundPerson[] {
  const address = row.scoredEmailAddresses?.find((one) => one.address !== '')?.address ?? ''
  const isPerson = !row.personType?.class || row.personType.class === 'Person'
  if (address === '' || !isPerson) return []
  const inside = row.personType?.subclass === 'OrganizationUser'
  return [
    {
      ...{ objectId: inside ? row.id : '', name: row.displayName || address, address },
      ...{ jobTitle: row.jobTitle, organisation: row.companyName, inside },
    },
  ]
}
