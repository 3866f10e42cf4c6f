import * as v from 'valibot'
import type { RowVersion } from '../../domain/changeLog.ts'
import type { RowVersions } from '../../usecases/ports.ts'
import { recommendationsList } from '../columns/recommendations.ts'
import { toM365Error } from '../failures.ts'
import { readEverything } from '../pages.ts'
import { listIdOf, type SiteContext } from '../site.ts'
import { recommendationFields } from './recommendations.ts'
import { instantField } from './rowMapping.ts'

const identity = v.optional(
  v.nullable(v.object({ id: v.optional(v.string(), ''), displayName: v.optional(v.string(), '') })),
  null,
)
const versionAnswer = v.object({
  // `3.0`: what stands before the point counts up with every write.
  id: v.pipe(v.string(), v.transform(Number.parseFloat), v.number()),
  lastModifiedDateTime: instantField,
  lastModifiedBy: v.optional(v.nullable(v.object({ user: identity, application: identity })), null),
  fields: v.optional(v.looseObject({ WriteMark: v.optional(v.string(), '') }), { WriteMark: '' }),
})

/**
 * SharePoint's own versions of a row (learn.microsoft.com/graph/api/listitem-list-versions), in full and in no order.
 * A state that cannot be understood is kept as null; a version without a time would be no version and throws.
 */
export function rowVersions(site: SiteContext): RowVersions {
  const { title, columns } = recommendationsList
  const expand = `$expand=fields($select=${Object.keys(columns).join(',')})`
  return {
    async ofRecommendation(id) {
      const listId = await listIdOf(site, title)
      const address = `/sites/${site.siteId}/lists/${listId}/items/${encodeURIComponent(id)}/versions?${expand}`
      const answers = await readEverything(site.client, address)
      try {
        return answers.map(readVersion)
      } catch (thrown) {
        throw toM365Error(thrown)
      }
    },
  }
}

function readVersion(answer: unknown): RowVersion {
  const { id, lastModifiedDateTime, lastModifiedBy, fields } = v.parse(versionAnswer, answer)
  const row = v.safeParse(recommendationFields, fields)
  const person = lastModifiedBy?.user
  return {
    number: id,
    at: lastModifiedDateTime,
    by: person?.displayName || lastModifiedBy?.application?.displayName || 'Somebody',
    byObject: person?.id ?? '',
    mark: fields.WriteMark,
    value: row.success ? row.output : null,
  }
}
