import Sqlite from 'better-sqlite3'

export type Connection = Sqlite.Database

/** "Axia" in ASCII: marks an SQLite file as a study of ours (SQLite's `application_id`). */
export const APPLICATION_ID = 0x41786961

export interface ConnectOptions {
  readonly readonly: boolean
  readonly passphrase: string | null
}

/** A connection with the passphrase set and the settings that keep what was saved. The file must exist. */
export function connect(path: string, { readonly, passphrase }: ConnectOptions): Connection {
  const connection = new Sqlite(path, { readonly, fileMustExist: true })
  try {
    if (passphrase !== null) setKey(connection, passphrase)
    // The first statement that reads the file; a wrong passphrase fails here and nowhere later.
    connection.pragma('user_version')
    connection.pragma('foreign_keys = ON')
    connection.pragma('busy_timeout = 5000')
    if (!readonly) connection.pragma('synchronous = FULL')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Gives the passphrase. What SQLite sorts stays in memory: a large sort would else lie in the system's folder, in clear. */
export function setKey(connection: Connection, passphrase: string): void {
  connection.pragma(`key = '${passphrase.normalize('NFC').replaceAll("'", "''")}'`)
  connection.pragma('temp_store = MEMORY')
}

/** SQLite's name of an error, such as SQLITE_NOTADB; null for any other error. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Sqlite.SqliteError ? error.code : null
}

/** Reads a pragma that gives one number. */
export function numberPragma(connection: Connection, name: 'user_version' | 'application_id'): number {
  const value = connection.pragma(name, { simple: true })
  return typeof value === 'number' ? value : 0
}
