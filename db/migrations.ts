import initial from './migrations/001-initial.sql?raw'
import journal from './migrations/002-journal.sql?raw'
import counting from './migrations/003-counting.sql?raw'

/** Applied in order, each once, never edited after a release. A file's `user_version` is the number of the last one applied. */
export const migrations: readonly { readonly version: number; readonly name: string; readonly sql: string }[] = [
  { version: 1, name: 'initial', sql: initial },
  { version: 2, name: 'journal', sql: journal },
  { version: 3, name: 'counting', sql: counting },
]

/** The newest version this program reads and writes. */
export const CURRENT_VERSION = migrations.length
