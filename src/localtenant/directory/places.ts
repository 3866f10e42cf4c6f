import { directoryDenied, requirePermission } from '../access.ts'
import { type Room, rooms } from '../directory.ts'
import { notFound } from '../graphErrors.ts'
import { readQuery, selected } from '../query/options.ts'
import type { TenantPart } from '../tenant.ts'

const readPlaces = { delegated: ['Place.Read.All'], application: ['Place.Read.All'] }

/** Rooms: /places/microsoft.graph.room and one place by id or address. */
export const placesPart: TenantPart = (router) => {
  router.get('/places/microsoft.graph.room', (req, res) => {
    requirePermission(res, readPlaces, directoryDenied)
    const { select, top } = readQuery(req, ['select', 'top'])
    res.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#places/microsoft.graph.room',
      value: rooms.slice(0, top).map((room) => selected(roomResource(room), select)),
    })
  })
  router.get('/places/:place', (req, res) => {
    requirePermission(res, readPlaces, directoryDenied)
    const key = String(req.params.place).toLowerCase()
    const room = rooms.find((one) => one.id === key || one.mail === key)
    if (room === undefined) throw notFound('The place was not found.', 'ErrorItemNotFound')
    const { select } = readQuery(req, ['select'])
    res.json({ '@odata.type': '#microsoft.graph.room', ...selected(roomResource(room), select) })
  })
}

function roomResource(room: Room): Record<string, unknown> {
  return {
    id: room.id,
    emailAddress: room.mail,
    displayName: room.displayName,
    building: room.building,
    capacity: room.capacity,
    bookingType: 'standard',
    isWheelChairAccessible: true,
    tags: [],
  }
}
