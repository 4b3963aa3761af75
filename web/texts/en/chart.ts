import type { chart as uk } from '../uk/chart'

export const chart: typeof uk = {
  title: 'Signatures by day',
  empty: 'Nobody has signed yet. The chart appears with the first signature.',
  picture: {
    day: 'Bar chart: signatures added each day',
    week: 'Bar chart: signatures added each week',
    month: 'Bar chart: signatures added each month',
    year: 'Bar chart: signatures added each year',
  },
  span: (from, to) => `From ${from} to ${to}.`,
  sameInTable: 'The same figures are in the table below.',
  most: {
    day: (count, day) => `Most in a day: ${count} (${day}).`,
    week: (count, days) => `Most in a week: ${count} (${days}).`,
    month: (count, days) => `Most in a month: ${count} (${days}).`,
    year: (count, days) => `Most in a year: ${count} (${days}).`,
  },
  below: (count) => `Annulled: ${count}, shown below the line on the day they were annulled.`,
  table: 'Table of signatures by day',
  omitted: {
    day: 'Days on which nothing changed are left out.',
    week: 'Weeks in which nothing changed are left out.',
    month: 'Months in which nothing changed are left out.',
    year: 'Years in which nothing changed are left out.',
  },
  period: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
  signed: 'Signed',
  annulled: 'Annulled',
  total: 'In all',
}
