/**
 * What orders by time on machines whose clocks are set back, or on two whose clocks differ: the last thing done must stay the
 * last one, whatever the clock says.
 */

/** The moment, or where the one before it is later, a millisecond after that. ISO 8601, UTC. */
export function momentAfter(moment: string, before: string | undefined): string {
  if (before === undefined || moment >= before) return moment
  return new Date(Date.parse(before) + 1).toISOString()
}

/** The first 48 bits of a UUIDv7: its milliseconds, as eight and four hexadecimal digits (RFC 9562). */
const TIME = /^([0-9a-f]{8})-([0-9a-f]{4})/

/** The UUIDv7, or where the one before it is greater, the same with the millisecond after that one's. */
export function idAfter(id: string, before: string | undefined): string {
  const time = TIME.exec(before ?? '')
  if (before === undefined || time === null || id > before) return id
  const next = (BigInt(`0x${time[1] ?? ''}${time[2] ?? ''}`) + 1n).toString(16).padStart(12, '0')
  return id.replace(TIME, `${next.slice(0, 8)}-${next.slice(8)}`)
}
