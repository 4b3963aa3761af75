import { startDynamo } from '../support/dynamodb'
import { type Figure, rounded } from './figures'
import { costAt } from './write-units'

/** Arrivals a second, and for how many seconds each lasts. */
const ARRIVALS = [
  { perSecond: 1, seconds: 300 },
  { perSecond: 100, seconds: 20 },
  { perSecond: 1000, seconds: 6 },
] as const

/** The arrival whose write units are held to a limit. */
const HELD = { perSecond: 100, writeUnits: 2.3 }

/** What a signature takes of table and object store when few and when many arrive, on a simulated clock. */
export async function measureSequencingCosts(tell: (what: string) => void): Promise<Figure[]> {
  const dynamo = await startDynamo()
  try {
    const figures: Figure[] = []
    for (const { perSecond, seconds } of ARRIVALS) {
      tell(`costs at ${perSecond}/s`)
      const { writeUnits, puts, gets, bytesPut } = await costAt(dynamo, perSecond, seconds)
      const figure = (name: string, value: number, unit: string, digits = 2): Figure => ({
        key: `sequence.${name}At${perSecond}`,
        value: rounded(value, digits),
        unit: `${unit} a signature`,
      })
      const units = figure('writeUnits', writeUnits, 'units')
      figures.push(
        perSecond === HELD.perSecond ? { ...units, limit: { atMost: HELD.writeUnits } } : units,
        figure('puts', puts, 'puts', 3),
        figure('gets', gets, 'gets', 3),
        figure('bytesPut', bytesPut, 'B', 0),
      )
    }
    return figures
  } finally {
    await dynamo.stop()
  }
}
