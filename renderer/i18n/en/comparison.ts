export const comparison = {
  title: 'Comparison',
}
