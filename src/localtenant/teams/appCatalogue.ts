import { TEAMS_APP_ID } from '../settings.ts'

/** The id the organisation's catalogue gave to the app; its manifest id is the `externalId`. */
export const CATALOGUE_ID = '0b7f4c1d-5a26-4e93-8d7c-2f9e6a1b3c54'

/** The one app of the catalogue, in Graph's shape. */
export const appOf = () => ({
  teamsApp: {
    id: CATALOGUE_ID,
    externalId: TEAMS_APP_ID,
    displayName: 'Follow-Through',
    distributionMethod: 'organization',
  },
  teamsAppDefinition: {
    id: Buffer.from(`1##${CATALOGUE_ID}##0.1.0##Published`).toString('base64'),
    teamsAppId: CATALOGUE_ID,
    displayName: 'Follow-Through',
    version: '0.1.0',
    publishingState: 'published',
  },
})
