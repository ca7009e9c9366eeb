/*
 * What this browser remembers for a person: places, choices, drafts. None of it is data of the study. Its store may be full
 * or forbidden: then what is kept lasts as long as the page.
 */

const ofThisPage = new Map<string, string>()

/** What was kept under the key; null where nothing was. */
export function kept(key: string): string | null {
  const text = ofThisPage.get(key)
  if (text !== undefined) return text
  try {
    return localStorage.getItem(key)
  } catch {
    // Forbidden: nothing of an earlier page can be had.
    return null
  }
}

/** Keeps the text; false where it lasts no longer than this page. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text)
    ofThisPage.delete(key)
    return true
  } catch {
    ofThisPage.set(key, text)
    return false
  }
}

export function forget(key: string): void {
  ofThisPage.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Forbidden: there is nothing to remove.
  }
}
