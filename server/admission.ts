import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/**
 * Who may speak to the loopback shell: only the browser that was given the one-time token, only by the name 127.0.0.1
 * or localhost, only from the workbench's own page. Another user of this machine, another site in the same browser and
 * a name that was rebound to 127.0.0.1 are each kept out.
 */
export interface Admission {
  /** The token in the printed URL. It works once. */
  readonly token: string
  /** Takes the token and gives this browser its cookie; false where the token is wrong or was used. */
  readonly enter: (c: Context, token: string) => boolean
  readonly isAdmitted: (c: Context) => boolean
}

export function createAdmission(port: () => number): Admission {
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  let used = false
  // Cookies know no ports: the name keeps two workbenches of one person apart.
  const cookie = () => `axial-${port()}`
  return {
    token,
    enter: (c, offered) => {
      if (used || !isSame(offered, token)) return false
      used = true
      setCookie(c, cookie(), session, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return true
    },
    isAdmitted: (c) => isSame(getCookie(c, cookie()) ?? '', session),
  }
}

/** Whether a Host header names this machine by a name that no name server gave it. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** Whether a request that changes something comes from the workbench's own page. */
export function isOwnOrigin(c: Context): boolean {
  return c.req.header('origin') === `http://${c.req.header('host')}` && isOwnSite(c)
}

/** Whether the browser says the request comes from this very origin or from the person (an address typed or opened). */
export function isOwnSite(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  return site === undefined || site === 'same-origin' || site === 'none'
}

function isSame(offered: string, expected: string): boolean {
  const a = Buffer.from(offered)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
