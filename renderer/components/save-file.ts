import type { FilePayload } from '../../app/contract/values.ts'
import { saveText } from './svg-file.ts'

const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', md: 'text/markdown', svg: 'image/svg+xml' }

/** Hands a file of the service to the person, its byte order mark included. */
export function saveFile({ name, bytes }: FilePayload): void {
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  saveText(name, type, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
}
