import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The renderer's files, as both shells hand them to a window: nothing outside the folder, each with its type, and with
 * headers under which a page can reach nothing but its own origin.
 */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sent with every answer of a shell, whatever it holds. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The file that a URL's path stands for, `/` being the page itself; null where there is none, where the path is
 * malformed, and where it leaves the folder.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const file = locate(folder, urlPath)
  const type = file === null ? undefined : TYPES[path.extname(file)]
  if (file === null || type === undefined) return null
  try {
    const bytes = await readFile(file)
    // Built files carry a hash in their names; the page that names them does not.
    const cache = path.extname(file) === '.html' ? 'no-store' : 'private, max-age=31536000, immutable'
    return { bytes: new Uint8Array(bytes), headers: { ...PAGE_HEADERS, 'content-type': type, 'cache-control': cache } }
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

function locate(folder: string, urlPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (/[\0\\]/.test(decoded)) return null
  const file = path.join(folder, decoded === '/' ? 'index.html' : decoded)
  return file.startsWith(path.join(folder, path.sep)) ? file : null
}

function isAbsence(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))
  )
}
