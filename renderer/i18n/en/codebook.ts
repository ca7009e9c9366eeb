export const codebook = {
  title: 'Codebook',
  panes: {
    codes: 'Codes',
    comparison: 'Constant comparison',
    matrices: 'Matrices',
    versions: 'Versions',
  },
}
