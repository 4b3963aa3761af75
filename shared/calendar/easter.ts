import { addDays, type Day } from './day'

/** From March 1900 to February 2100 the Julian calendar runs this many days behind the Gregorian. */
const JULIAN_LAG = 13

/**
 * Orthodox Easter Sunday as a Gregorian date: Meeus's Julian algorithm (Astronomical Algorithms, ch. 8).
 * @throws RangeError for a year outside 1900–2099
 */
export function orthodoxEaster(year: number): Day {
  if (!Number.isInteger(year) || year < 1900 || year > 2099) {
    throw new RangeError(`No Easter date for the year ${year}`)
  }
  const moon = (19 * (year % 19) + 15) % 30
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const ordinal = moon + toSunday + 114
  const month = Math.floor(ordinal / 31)
  const date = (ordinal % 31) + 1
  return addDays(`${year}-${twoDigits(month)}-${twoDigits(date)}`, JULIAN_LAG)
}

/** Trinity Sunday (Pentecost): the fiftieth day, Easter being the first. */
export function trinity(year: number): Day {
  return addDays(orthodoxEaster(year), 49)
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
