export const survey = {
  title: 'Survey',
}
