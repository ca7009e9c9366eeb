export function VersionsPane() {
  return null
}
