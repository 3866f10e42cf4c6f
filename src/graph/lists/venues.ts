import * as v from 'valibot'
import type { Venue } from '../../domain/venue.ts'
import type { VenueStore } from '../../usecases/trainingPorts.ts'
import { venuesList } from '../columns/venues.ts'
import type { SiteContext } from '../site.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { booleanField, jsonField, numberField, type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  VenueName: textField,
  Address: textField,
  Borough: textField,
  Capacity: numberField,
  Access: textField,
  RoomAddress: textField,
  Contact: textField,
  Closed: booleanField,
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<Venue, typeof venuesList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Venue => ({
        key: row.Key,
        name: row.VenueName,
        address: row.Address,
        borough: row.Borough,
        capacity: row.Capacity,
        access: row.Access,
        roomAddress: row.RoomAddress,
        contact: row.Contact,
        closed: row.Closed,
        history: row.History,
      }),
    ),
  ),
  toFields: (venue) => ({
    Key: venue.key,
    VenueName: venue.name,
    Address: venue.address,
    Borough: venue.borough,
    Capacity: venue.capacity,
    Access: venue.access,
    RoomAddress: venue.roomAddress,
    Contact: venue.contact ?? '',
    Closed: venue.closed ?? false,
    History: writeHistory(venue.history ?? []),
  }),
  title: (venue) => venue.name,
}

/** The directory of venues. */
export function venueStore(site: SiteContext): VenueStore {
  const { where: _, ...store } = listStore(site, venuesList, mapping)
  return store
}
