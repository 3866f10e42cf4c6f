import { M365Error } from '../../src/domain/m365Error.ts'
import { readHistory } from '../../src/usecases/readHistory.ts'
import { aRecommendation } from '../support/register.ts'

const row = { id: '7', etag: 'v2', value: aRecommendation({ status: 'RED' }) }

test('a change made in SharePoint itself is part of the history', async () => {
  const by = { by: 'Tom Brandt', byObject: 'o-5', mark: 'm-1' }
  const versions = {
    ofRecommendation: async (id: string) => [
      { ...by, number: 1, at: '2021-05-01T09:00:00.000Z', value: aRecommendation() },
      { ...by, number: 2, at: '2021-05-02T09:00:00.000Z', value: id === '7' ? row.value : null },
    ],
  }
  expect(await readHistory({ versions }, row)).toMatchObject([
    { by: 'Tom Brandt', field: 'status', from: 'AMBER', to: 'RED', via: 'sharepoint' },
  ])
})

test('versions that cannot be had are an error, not a history without them', async () => {
  const versions = {
    ofRecommendation: async () => {
      throw new M365Error('unavailable', 'Microsoft 365 could not be reached.')
    },
  }
  await expect(readHistory({ versions }, row)).rejects.toThrow('could not be reached')
})
