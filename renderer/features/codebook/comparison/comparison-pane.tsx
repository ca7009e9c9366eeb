export function ComparisonPane() {
  return null
}
