import { DateTime } from 'luxon'
import { badRequest } from '../graphErrors.ts'

/** Windows zone names Exchange knows, with the IANA zone that keeps the same time. UK time with BST is `GMT Standard Time`. */
const windowsZones: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Romance Standard Time': 'Europe/Paris',
  'Central European Standard Time': 'Europe/Warsaw',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kyiv',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Egypt Standard Time': 'Africa/Cairo',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
}

/** The IANA names the documentation adds. https://learn.microsoft.com/graph/api/resources/datetimetimezone */
const ianaZones: ReadonlySet<string> = new Set([
  'Etc/GMT',
  'Europe/London',
  'Atlantic/Reykjavik',
  'Europe/Berlin',
  'Europe/Budapest',
  'Europe/Paris',
  'Europe/Warsaw',
  'Europe/Bucharest',
  'Europe/Kiev',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Africa/Johannesburg',
  'Africa/Cairo',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
])

const byLowerCase = new Map<string, string>([
  ...Object.entries(windowsZones).map(([name, iana]): [string, string] => [name.toLowerCase(), iana]),
  ...[...ianaZones].map((name): [string, string] => [name.toLowerCase(), name]),
])

/** The IANA zone behind a name Exchange accepts. Throws 400 for any other name. */
export function ianaZone(name: string): string {
  const zone = byLowerCase.get(name.toLowerCase())
  if (zone !== undefined) return zone
  throw badRequest(
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    'TimeZoneNotSupportedException',
  )
}

/** Graph's wall time in a zone as an instant (ISO, UTC). Throws 400 when it cannot be read. */
export function toInstant(dateTime: string, timeZone: string): string {
  const parsed = DateTime.fromISO(dateTime.replace(/(\.\d{3})\d+/, '$1'), { zone: ianaZone(timeZone) })
  const instant = parsed.toUTC().toISO()
  if (parsed.isValid && instant !== null) return instant
  throw badRequest(
    `Cannot convert the literal '${dateTime}' to the expected type 'Edm.DateTimeOffset'.`,
    'RequestBodyRead',
  )
}

/** An instant as Graph writes it in a zone: seven decimals and no Z. */
export function inZone(instant: string, timeZone: string): { dateTime: string; timeZone: string } {
  const local = DateTime.fromISO(instant, { zone: ianaZone(timeZone) })
  return { dateTime: `${local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS")}0000`, timeZone }
}
