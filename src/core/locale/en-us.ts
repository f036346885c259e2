import { en, type Locale } from './en.ts'

/** English as the United States write it: the month stands before the day. */
export const us: Locale = {
  ...en,
  dates: {
    ...en.dates,
    day: (day, month, year) => `${month} ${day}${year && `, ${year}`}`,
    monthFirst: true,
  },
}
